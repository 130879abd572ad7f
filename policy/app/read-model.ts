import type { Ask, Decision } from '../decision.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import type { Actor, Person } from './actors.ts';
import type {
  CaseRecord,
  DeadlineRecord,
  DecisionRecord,
  EffectRecord,
  EntryRecord,
  PolicyVersionRecord,
  ProposalRecord,
  RefundIntentRecord,
  ShopRecord,
  UnitRecord,
} from './records.ts';

/** What edges may ask. Nothing here changes anything. Every call is bound to one shop. */
export type ReadModel = Readonly<{
  shop(domain: string): Promise<ShopRecord | null>;
  shopOfSlackTeam(team: string): Promise<ShopRecord | null>;
  person(shop: string, actor: Actor): Promise<Person | null>;
  people(shop: string): Promise<readonly Person[]>;

  order(shop: string, orderId: string): Promise<OrderView | null>;
  /** `name` with or without the number sign. */
  orderByName(shop: string, name: string): Promise<OrderView | null>;
  /** Orders whose names are nearest to one that does not exist. */
  nearestOrders(shop: string, name: string, limit: number): Promise<readonly string[]>;
  searchOrders(shop: string, text: string, limit: number): Promise<readonly OrderView[]>;

  caseDetail(shop: string, caseId: string): Promise<CaseDetail | null>;
  caseByRma(shop: string, rma: string): Promise<CaseDetail | null>;
  caseByThread(shop: string, channel: string, threadTs: string): Promise<CaseDetail | null>;
  openCasesOfOrder(shop: string, orderId: string): Promise<readonly CaseRecord[]>;
  cases(shop: string, query: CaseQuery): Promise<CasePage>;
  counts(shop: string): Promise<Readonly<Record<string, number>>>;
  /** How many open cases wait for staff; counted up to `most`. See `waits-for-staff.ts`. */
  waiting(shop: string, most: number): Promise<number>;
  /** How many open cases have something that was due before this instant; counted up to `most`. */
  overdue(shop: string, before: string, most: number): Promise<number>;

  proposal(shop: string, id: string): Promise<ProposalRecord | null>;
  openProposalByThread(shop: string, channel: string, threadTs: string): Promise<ProposalRecord | null>;
  intent(shop: string, id: string): Promise<IntentView | null>;
  awaitingApproval(shop: string): Promise<readonly IntentView[]>;
  effects(
    shop: string,
    query: {
      states: readonly EffectRecord['state'][];
      /** Kinds of which refused ones are left out, and take no place of the limit. */
      notRefused?: readonly string[];
      limit: number;
    },
  ): Promise<readonly EffectRecord[]>;
  parked(shop: string, limit: number): Promise<readonly ParkedItem[]>;
}>;

export type OrderView = Readonly<{
  facts: OrderFacts;
  /** Shown to staff only where it is needed; never logged. */
  customerName: string | null;
  openCases: readonly Pick<CaseRecord, 'id' | 'number' | 'kind' | 'state' | 'rma'>[];
}>;

export type CaseQuery = Readonly<{
  text?: string;
  kind?: CaseRecord['kind'];
  state?: string;
  open?: boolean;
  /** Assigned to this person; or opened by them, where nobody is assigned. */
  lookedAfterBy?: string;
  /** Something of it was due before this instant, and is not done. */
  dueBefore?: string;
  /** Open, and its next step is for staff; see `waits-for-staff.ts`. */
  waiting?: boolean;
  /** Changed last comes first, or the other way round. */
  order?: 'updated' | 'oldest';
  /** Opaque; from the page before. */
  cursor?: string;
  limit: number;
}>;
export type CasePage = Readonly<{ cases: readonly CaseSummary[]; nextCursor: string | null }>;

export type CaseSummary = Readonly<{
  case: CaseRecord;
  /** What is due next and by whom, one sentence; see `policy/app/next-step.ts`. */
  next: string;
  amount: Readonly<{ minor: number; currency: string }> | null;
  dueAt: string | null;
}>;

export type CaseDetail = Readonly<{
  case: CaseRecord;
  next: string;
  order: OrderFacts;
  shop: ShopRecord;
  units: readonly UnitRecord[];
  entries: readonly EntryRecord[];
  decisions: readonly DecisionRecord[];
  effects: readonly EffectRecord[];
  intents: readonly RefundIntentRecord[];
  deadlines: readonly DeadlineRecord[];
  /** The versions of the policy that the case and its decisions rest on. */
  policies: readonly Pick<PolicyVersionRecord, 'id' | 'number' | 'effectiveAt'>[];
  openedByName: string | null;
  /** Transcript of what was said, oldest first. */
  messages: readonly Readonly<{ at: string; by: string; text: string }>[];
}>;

export type IntentView = Readonly<{
  intent: RefundIntentRecord;
  case: CaseRecord;
  proposedByName: string | null;
  /** To whom an approver handed it. */
  delegatedToName?: string | null;
  decision: Decision | null;
}>;

/** A webhook that could not be understood or handled; kept with its reason. */
export type ParkedItem = Readonly<{
  id: string;
  source: string;
  topic: string;
  receivedAt: string;
  reason: string;
  attempts: number;
}>;

/** "What would happen if": the same decision as the real one, recorded nowhere. */
export type Preview = (shop: string, orderId: string, ask: Ask) => Promise<Decision>;
