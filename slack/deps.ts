import type { Express } from 'express';
import type { HandleCommand } from '../policy/app/commands.ts';
import type { FiguresRead } from '../policy/app/figures.ts';
import type { ParcelRead } from '../policy/app/parcels.ts';
import type { PeopleRead } from '../policy/app/people.ts';
import type { PolicyRead } from '../policy/app/policy.ts';
import type { Clock, EvidenceStore } from '../policy/app/ports.ts';
import type { Preview, ReadModel } from '../policy/app/read-model.ts';
import type { Inbox, Installations, Store } from '../policy/app/store.ts';
import type { Typeahead } from '../policy/app/typeahead.ts';
import type { Understand } from './model/understand.ts';
import type { LanguageOf } from './people/language.ts';
import type { AtWork } from './talk/at-work.ts';
import type { Links } from './text/links.ts';

/** As pino has it: what happened, and one sentence. Never a token, never what a customer wrote. */
export type Log = Readonly<{
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}>;

/** What Slack's side needs from the rest of the program. */
export type SlackDeps = Readonly<{
  app: Express;
  signingSecret: string;
  /** `https://slack.com/api/` in production. */
  slackApiUrl: string;
  inbox: Inbox;
  installations: Pick<Installations, 'slackToken'>;
  read: ReadModel;
  parcels: ParcelRead;
  typeahead: Typeahead;
  people: PeopleRead;
  policy: Pick<PolicyRead, 'policyVersions'>;
  figures: FiguresRead;
  handle: HandleCommand;
  evidence: EvidenceStore;
  preview: Preview;
  /** Reads what the grammar does not; absent: nothing does. */
  understand?: Understand;
  /** Links to orders and cases in Shopify admin; absent: cards have none. */
  links?: Links;
  /** What is being worked out, and can be stopped; made by `createSlack`. */
  atWork?: AtWork;
  /** In which language somebody reads their Home; made by `createSlack`. */
  languageOf?: LanguageOf;
  clock: Clock;
  log: Log;
  /** Keeps what people write in the thread of a case; without it nothing is kept. */
  transcript?: Pick<Store, 'noteTranscript'>;
}>;
