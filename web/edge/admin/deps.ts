import type { RequestHandler } from 'express';
import type { AdminRead } from '../../../policy/app/admin-read.ts';
import type { AuditRead } from '../../../policy/app/audit.ts';
import type { Backfills } from '../../../policy/app/backfill.ts';
import type { HandleCommand } from '../../../policy/app/commands.ts';
import type { LanguageModels } from '../../../policy/app/language-model.ts';
import type { ParcelRead } from '../../../policy/app/parcels.ts';
import type { BacktestRecord, PolicyRead } from '../../../policy/app/policy.ts';
import type { Clock, EvidenceStore } from '../../../policy/app/ports.ts';
import type { Privacy } from '../../../policy/app/privacy.ts';
import type { Preview, ReadModel } from '../../../policy/app/read-model.ts';
import type { MailDesk } from './mail-desk.ts';

export type AdminDeps = Readonly<{
  read: ReadModel;
  admin: AdminRead;
  audit: AuditRead;
  parcels: ParcelRead;
  policy: PolicyRead;
  /** Runs a draft over the shop's past; `start` gives null where there is no draft. */
  backtester: Readonly<{
    start(shop: string): Promise<BacktestRecord | null>;
    stop(shop: string, id: string): Promise<boolean>;
    latest(shop: string): Promise<BacktestRecord | null>;
  }>;
  backfills: Pick<Backfills, 'read'>;
  privacy: Pick<Privacy, 'list' | 'read' | 'export'>;
  handle: HandleCommand;
  preview: Preview;
  /** Photos of cases. */
  evidence: EvidenceStore;
  /** Puts a parked delivery back into the inbox; false: it is not parked (any more). */
  retryParked(rowId: string): Promise<boolean>;
  /** Takes it off the list for good; false: it is not parked (any more). */
  dismissParked(rowId: string): Promise<boolean>;
  /** Absent: language models can't be set here. */
  models?: LanguageModels;
  /** A model may run on this machine: not where Makegood serves strangers. Absent: it may. */
  modelsMayBeLocal?: boolean;
  /** Begins to connect Slack: the address of its install page. Absent where the installation has no Slack app of its own. */
  connectSlack?(shop: string, staffId: string): Promise<string>;
  /** The shop's mails; absent where there are none to look at. */
  mails?: MailDesk;
  clock: Clock;
  /** Verifies the session token and puts `{ shop, staffId }` on `res.locals.session`, or answers 401. */
  requireSession: RequestHandler;
  /** Absent: the default allowance of `rateLimit`. */
  limit?: RequestHandler;
  /** Told of errors that nobody expected, for the log. */
  report(error: unknown): void;
}>;
