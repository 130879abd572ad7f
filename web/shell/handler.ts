import type { Actor, Person } from '../../policy/app/actors.ts';
import type { BackfillRecord } from '../../policy/app/backfill.ts';
import type { Command, CommandOf, RefusalCode } from '../../policy/app/commands.ts';
import type { ParcelRecord } from '../../policy/app/parcels.ts';
import type { PolicyDraftRecord } from '../../policy/app/policy.ts';
import type { Ids } from '../../policy/app/ports.ts';
import type { PrivacyRequestRecord } from '../../policy/app/privacy.ts';
import type {
  CaseRecord,
  CustomerLinkRecord,
  DeadlineRecord,
  EffectRecord,
  PolicyVersionRecord,
  ProposalRecord,
  RefundIntentRecord,
  ShopRecord,
  StoredOrder,
  UnitRecord,
} from '../../policy/app/records.ts';
import type { Changes } from '../../policy/app/store.ts';
import type { Decision } from '../../policy/decision.ts';
import type { Settings } from '../../policy/settings.ts';

/** One case of an order with what hangs on it, for what concerns every case of the order. */
export type CaseFile = Readonly<{
  record: CaseRecord;
  version: PolicyVersionRecord;
  settings: Settings;
  units: readonly UnitRecord[];
  intents: readonly RefundIntentRecord[];
  deadlines: readonly DeadlineRecord[];
  /** Makegood opens, replaces or reopens the case's Return in Shopify, or could not finish: what it shows may be that. */
  returnAtWork: boolean;
}>;

/** Everything a command may look at, loaded before it decides. What a command does not concern is null or empty. */
export type World = Readonly<{
  shop: ShopRecord;
  /** Everybody the shop knows: two accounts of one person are one. */
  people: readonly Person[];
  order: StoredOrder | null;
  version: PolicyVersionRecord;
  settings: Settings;
  case: CaseRecord | null;
  /** All cases of the order, closed ones too. */
  cases: readonly CaseRecord[];
  /** The same with what hangs on them; only for commands about the whole order. */
  files: readonly CaseFile[];
  units: readonly UnitRecord[];
  intents: readonly RefundIntentRecord[];
  intent: RefundIntentRecord | null;
  deadlines: readonly DeadlineRecord[];
  deadline: DeadlineRecord | null;
  /** As in its file; only for commands about the whole order. */
  returnAtWork?: boolean;
  /** The link by which a customer answers. */
  link: CustomerLinkRecord | null;
  effect: EffectRecord | null;
  proposal: ProposalRecord | null;
  /** Something that a privacy topic of Shopify's asks for. */
  privacy?: PrivacyRequestRecord | null;
  /** The orders from before the installation: how far reading them has come. */
  backfill?: BackfillRecord | null;
  /** A parcel in quarantine. */
  parcel: ParcelRecord | null;
  /** Loaded for commands about the policy alone. */
  draft: PolicyDraftRecord | null;
  versions: readonly PolicyVersionRecord[];
}>;

/** Who acts, when, and where new ids come from. Given, never looked up: a handler is a pure function. */
export type Context = Readonly<{
  now: string;
  ids: Ids;
  actor: Actor;
  person: Person | null;
  /** For the history: the person's id, else the kind of actor. */
  by: string;
  byName: string;
  /** The next case number and an RMA number nobody has used; taken only by what opens a case. */
  fresh: Readonly<{
    caseNumber: number;
    rma: string /** Of a parcel that is put into quarantine. */;
    parcelNumber?: number;
  }>;
}>;

/** What a command would write. A preview is the same plan, not recorded. */
export type Plan = Readonly<{
  ok: true;
  changes: Changes;
  caseId: string | null;
  intentId: string | null;
  proposalId: string | null;
  decision: Decision | null;
  /** What happens, one short sentence each, for the person who is about to confirm. */
  would: readonly string[];
}>;

/** A refusal is a value. `changes` are written all the same (a proposal that lapses, for instance). */
export type Refused = Readonly<{
  ok: false;
  code: RefusalCode;
  because: string;
  clauses: readonly string[];
  caseId: string | null;
  decision: Decision | null;
  /** Fields that must be given first. */
  missing: readonly string[];
  changes?: Changes;
}>;

export type Verdict = Plan | Refused;

/** Which order, case, … a command is about: what has to be loaded and locked. */
export type Subject = Readonly<{
  orderId?: string | null;
  caseId?: string | null;
  intentId?: string | null;
  effectId?: string | null;
  deadlineId?: string | null;
  linkId?: string | null;
  proposalId?: string | null;
  privacyId?: string | null;
  backfill?: boolean;
  parcelId?: string | null;
  /** About the shop's policy itself. */
  policy?: boolean;
  /** About every case of the order. */
  wholeOrder?: boolean;
}>;

export type Handler<K extends Command['kind']> = Readonly<{
  subject(command: CommandOf<K>): Subject;
  decide(world: World, command: CommandOf<K>, context: Context): Verdict;
}>;

export const refused = (
  code: RefusalCode,
  because: string,
  more: Partial<Omit<Refused, 'ok' | 'code' | 'because'>> = {},
): Refused => ({
  ok: false,
  code,
  because,
  clauses: [],
  caseId: null,
  decision: null,
  missing: [],
  ...more,
});

export const plan = (changes: Changes, more: Partial<Omit<Plan, 'ok' | 'changes'>> = {}): Plan => ({
  ok: true,
  changes,
  caseId: null,
  intentId: null,
  proposalId: null,
  decision: null,
  would: [],
  ...more,
});
