import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { AdminRead } from '../policy/app/admin-read.ts';
import type { AuditRead } from '../policy/app/audit.ts';
import type { Backfills } from '../policy/app/backfill.ts';
import type { EvidenceRead } from '../policy/app/evidence.ts';
import type { FiguresRead } from '../policy/app/figures.ts';
import type { FoldedCards } from '../policy/app/folded-cards.ts';
import type { LanguageModels } from '../policy/app/language-model.ts';
import type { MailLooks } from '../policy/app/mail-look.ts';
import type { ParcelRead } from '../policy/app/parcels.ts';
import type { PeopleRead } from '../policy/app/people.ts';
import type { Backtests, PastRead, PolicyRead } from '../policy/app/policy.ts';
import type { Blobs, CustomerLinks, DeadAddresses, EvidenceStore } from '../policy/app/ports.ts';
import type { Privacy } from '../policy/app/privacy.ts';
import type { ReadModel } from '../policy/app/read-model.ts';
import type { SlackStates } from '../policy/app/slack-connect.ts';
import type {
  Inbox,
  InboxDrain,
  Installations,
  JobHandlers,
  Reconciliations,
  Store,
  TokenStore,
} from '../policy/app/store.ts';
import type { Typeahead } from '../policy/app/typeahead.ts';
import { createAuditLog } from './audit/log.ts';
import { createBackfills } from './backfills.ts';
import { createBacktests } from './backtests.ts';
import { folderBlobs } from './blobs/folder.ts';
import { createCaller } from './calls.ts';
import { createPool } from './connect.ts';
import { createCustomerLinks } from './customer-links.ts';
import { createDeadAddresses } from './dead-addresses.ts';
import { createEvidence } from './evidence.ts';
import { createFoldedCards } from './folded-cards.ts';
import { PrismaClient } from './generated/client.ts';
import { createDrain } from './inbox/drain.ts';
import { createInbox } from './inbox/inbox.ts';
import { createInstallations } from './installations.ts';
import { createLanguageModels } from './language-models.ts';
import { announce, type Presence } from './liveness.ts';
import { type Log, silent } from './log.ts';
import { createMailLooks } from './mail-looks.ts';
import { migrate } from './migrate.ts';
import { keepPartitions } from './partitions.ts';
import { createPrivacy } from './privacy/index.ts';
import { type Queue, startQueue } from './queue.ts';
import { readEvidence } from './read/evidence.ts';
import { readFigures } from './read/figures.ts';
import { createReadModel } from './read/index.ts';
import { readParcels } from './read/parcels.ts';
import { readPast } from './read/past.ts';
import { readPeople } from './read/people.ts';
import { readPolicy } from './read/policy.ts';
import { readToday } from './read/today.ts';
import { readTypeahead } from './read/typeahead.ts';
import { createReconciliations } from './reconciliations.ts';
import { createReseal } from './reseal/index.ts';
import { createRetention } from './retention.ts';
import { createSecrets } from './secrets.ts';
import { checkSecrets } from './secrets-check.ts';
import { createSlackStates } from './slack-states.ts';
import { createStore } from './store/index.ts';
import { createLateRepair } from './store/repair-late-since.ts';
import { createTokenStore } from './tokens.ts';
import { keepUp } from './upkeep.ts';

export { verifyChain } from './audit.ts';
export { s3Blobs } from './blobs/s3.ts';
export { DatabaseUnreachable } from './connect.ts';
export { type Embedded, startEmbedded } from './embedded.ts';
export type { Queue } from './queue.ts';
export { WrongSecretsKey } from './secrets.ts';
export { seedPeople } from './seed.ts';

export type DatabaseOptions = Readonly<{
  url: string;
  /** 32 bytes; `previousSecretsKeys` only open what was written before a rotation. */
  secretsKey: Uint8Array;
  previousSecretsKeys?: readonly Uint8Array[];
  /** Where photos lie, unless `blobs` says otherwise. */
  dataDir: string;
  blobs?: Blobs;
  log?: Log;
  /** Makegood's clock, ISO; what is dated, and when effects may start, goes by it. */
  now?: () => string;
  /** False where that clock is the real time and is never moved. Left out: it may be. */
  clockMoves?: boolean;
  /** Settings of the first policy of a shop that installs. */
  firstSettings?: Readonly<Record<string, unknown>>;
  /** Connections for commands. */
  connections?: number;
}>;

export type Database = Readonly<{
  store: Store;
  read: ReadModel;
  parcels: ParcelRead;
  people: PeopleRead;
  samePhotos: EvidenceRead;
  folded: FoldedCards;
  typeahead: Typeahead;
  languageModels: LanguageModels;
  today: FiguresRead;
  policy: PolicyRead & PastRead;
  backtests: Backtests;
  audit: AuditRead;
  admin: AdminRead;
  inbox: Inbox;
  drain: InboxDrain;
  tokens: TokenStore;
  installations: Installations;
  slackStates: SlackStates;
  reconciliations: Reconciliations;
  evidence: EvidenceStore;
  privacy: Privacy;
  backfills: Backfills;
  customerLinks: CustomerLinks;
  mailLooks: MailLooks;
  deadAddresses: DeadAddresses;
  startQueue(handlers: JobHandlers, options?: Readonly<{ concurrency?: number }>): Promise<Queue>;
  /** For the sweep: keeps days, brings back effects whose time has come. `now` on Makegood's clock; left out: as it says. */
  upkeep(now?: string): Promise<void>;
  /** Rejects where the database does not answer. */
  ping(): Promise<void>;
  /** Stops the queue, writes what the inbox still holds, ends the connections. */
  close(): Promise<void>;
}>;

/**
 * Opens the database: brings its schema up to date, checks the key, announces this process.
 * @throws DatabaseUnreachable with one line; WrongSecretsKey where it was written under another key
 */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const { url, log = silent, now = () => new Date().toISOString() } = options;
  const secretsKeys = [options.secretsKey, ...(options.previousSecretsKeys ?? [])];
  const secrets = createSecrets(options.secretsKey, options.previousSecretsKeys);
  await migrate(url, log);

  const pool = createPool(url, { max: options.connections ?? 10, name: 'commands', pipeline: true });
  const soon = createPool(url, { max: 6, name: 'queue', soon: true });
  const intake = createPool(url, { max: 3, name: 'intake' });
  // Apart from the commands' connections: a read inside a command must never wait for one that waits for it.
  const others = createPool(url, { max: 4, name: 'reads and upkeep' });
  // Held while Shopify's token endpoint is waited for, up to half a minute: nothing else may wait for these.
  const refreshing = createPool(url, { max: 3, name: 'tokens' });
  const pages = createPool(url, { max: 5, name: 'pages', pipeline: true });
  const prisma = new PrismaClient({ adapter: new PrismaPg(pages) });
  const blobs = options.blobs ?? folderBlobs(join(options.dataDir, 'evidence'));
  const evidence = createEvidence({ prisma, blobs });
  const read = createReadModel({ prisma, pool: pages, secrets });
  const name = `makegood-${randomUUID()}`;
  let presence: Presence | null = null;
  let queue: Queue | null = null;
  const caller = createCaller(others, () => queue, log);
  const inbox = createInbox(intake, secrets, () => caller.call('inbox'));
  const reseal = secretsKeys.length > 1 ? createReseal({ pool: others, secrets, log }) : async () => {};
  const repairLate = createLateRepair(others);
  const keepNoLonger = createRetention({ pool: others, secrets, blobs, log });
  const close = async (): Promise<void> => {
    await queue?.stop();
    queue = null;
    await inbox.flush();
    await presence?.leave();
    await caller.ended();
    await prisma.$disconnect();
    await Promise.all([pool.end(), soon.end(), intake.end(), others.end(), refreshing.end(), pages.end()]);
  };

  try {
    await checkSecrets(others, secrets);
    await keepPartitions(others);
    presence = await announce(url, name, log);
  } catch (error) {
    await close();
    throw error;
  }

  return {
    store: createStore({ pool, secrets, now, runner: name, effectsAdded: () => caller.call('effects') }),
    read,
    typeahead: readTypeahead({ pool: pages, secrets }),
    today: readToday({ prisma }),
    samePhotos: readEvidence({ prisma }),
    folded: createFoldedCards({ pool: others }),
    languageModels: createLanguageModels({ prisma, secrets, now }),
    people: readPeople({ prisma }),
    parcels: readParcels({ prisma, secrets }),
    policy: { ...readPolicy({ prisma }), ...readPast({ pool: pages }) },
    backtests: createBacktests({ pool: others }),
    audit: createAuditLog({ pool: others }),
    admin: readFigures({ pool: pages }),
    inbox,
    drain: createDrain({ pool, soon, secrets, claimer: name, wake: () => caller.call('inbox') }),
    tokens: createTokenStore({ pool: others, refreshing, secrets }),
    slackStates: createSlackStates({ pool: others, now }),
    installations: createInstallations({ prisma, secrets, firstSettings: options.firstSettings }),
    reconciliations: createReconciliations(others),
    customerLinks: createCustomerLinks({ pool: others, secretsKeys }),
    mailLooks: createMailLooks(others),
    deadAddresses: createDeadAddresses({ pool: others, secretsKeys }),
    evidence,
    backfills: createBackfills({ pool: others }),
    privacy: createPrivacy({ pool: others, secrets, evidence, blobs }),
    startQueue: async (handlers, { concurrency } = {}) => {
      queue = await startQueue({ url, pool: soon, workerId: name, log, handlers, concurrency });
      return queue;
    },
    upkeep: async () => {
      await keepUp(others, now(), options.clockMoves ?? true);
      await repairLate();
      await keepNoLonger(now());
      await reseal();
    },
    ping: async () => {
      await others.query('SELECT 1');
    },
    close,
  };
};
