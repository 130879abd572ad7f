import { caseAmount } from '../../../../policy/app/case-amount.ts';
import type { Command, Envelope, HandleCommand, Outcome } from '../../../../policy/app/commands.ts';
import { stands } from '../../../../policy/app/deadline-stands.ts';
import type { EvidenceStore } from '../../../../policy/app/ports.ts';
import type {
  CaseDetail,
  CaseSummary,
  IntentView,
  OrderView,
  Preview,
  ReadModel,
} from '../../../../policy/app/read-model.ts';
import { isReminder } from '../../../../policy/app/reminders.ts';
import { waitsForStaff } from '../../../../policy/app/waits-for-staff.ts';
import { PolicyError } from '../../../../policy/errors.ts';
import type { OrderFacts } from '../../../../policy/facts/order-facts.ts';
import { whyOutdated } from '../../../../web/shell/outdated.ts';
import type { DemoShop } from './demo-shop.ts';
import { memoryEvidence } from './memory-evidence.ts';
import { type MemoryPolicy, memoryPolicy } from './memory-policy.ts';
import { type MemoryShop, memoryShop } from './memory-shop.ts';
import { aDecision, anEntry, SHOP } from './records.ts';

export type Handled = Readonly<{ envelope: Envelope; command: Command }>;

/** A read model and a command handler over a shop in memory: what the admin edge talks to in tests. */
export type MemoryWorld = Readonly<{
  shop: DemoShop;
  policy: MemoryPolicy;
  read: ReadModel;
  handle: HandleCommand;
  preview: Preview;
  retryParked(id: string): Promise<boolean>;
  evidence: EvidenceStore;
  own: MemoryShop;
  handled: Handled[];
  previews: { shop: string; orderId: string; ask: unknown }[];
  /** The next command is answered like this; nothing is done. */
  answerNext(outcome: Outcome | Error): void;
}>;

const newest = (a: CaseDetail, b: CaseDetail): number => b.case.updatedAt.localeCompare(a.case.updatedAt);

const summaryOf = (detail: CaseDetail): CaseSummary => {
  return {
    case: detail.case,
    next: detail.next,
    amount: caseAmount(detail.intents, detail.decisions.at(-1)?.decision.refund ?? null),
    dueAt: detail.deadlines.find((deadline) => deadline.state === 'open')?.dueAt ?? null,
  };
};

const done = (more: Partial<Extract<Outcome, { status: 'done' }>> = {}): Outcome => ({
  status: 'done',
  replayed: false,
  caseId: null,
  proposalId: null,
  intentId: null,
  ...more,
});

const refused = (code: Extract<Outcome, { status: 'refused' }>['code'], because: string): Outcome => ({
  status: 'refused',
  code,
  because,
  clauses: [],
  caseId: null,
});

const isLate = ({ deadlines }: CaseDetail, before: string): boolean =>
  deadlines.some((one) => stands(one) && !isReminder(one) && one.dueAt < before);

export const memoryWorld = (shop: DemoShop): MemoryWorld => {
  const policy = memoryPolicy(shop);
  const ownShop = memoryShop(shop);
  const handled: Handled[] = [];
  const previews: MemoryWorld['previews'] = [];
  const outcomes = new Map<string, Outcome>();
  let next: Outcome | Error | null = null;

  const own = (domain: string): CaseDetail[] => (domain === SHOP ? [...shop.details].sort(newest) : []);
  const orderView = (facts: OrderFacts): OrderView => ({
    facts,
    customerName: shop.customerNames[facts.id] ?? null,
    openCases: shop.details
      .filter((detail) => detail.case.closedAt === null && detail.order.id === facts.id)
      .map((detail) => detail.case),
  });
  const intents = (domain: string): IntentView[] =>
    own(domain).flatMap((detail) =>
      detail.intents.map((intent) => ({
        intent,
        case: detail.case,
        proposedByName: shop.people.find((person) => person.id === intent.proposedBy)?.name ?? null,
        decision: detail.decisions.at(-1)?.decision ?? null,
      })),
    );
  const change = (caseId: string, into: (detail: CaseDetail) => CaseDetail): void => {
    const at = shop.details.findIndex((detail) => detail.case.id === caseId);
    const detail = shop.details[at];
    if (detail !== undefined) shop.details[at] = into(detail);
  };
  const unused = (): never => {
    throw new Error('the admin edge does not ask for this');
  };

  const read: ReadModel = {
    shop: async (domain) => (domain === SHOP ? ownShop.shop() : null),
    shopOfSlackTeam: unused,
    person: async (domain, actor) =>
      domain === SHOP && actor.kind === 'staff'
        ? (shop.people.find((person) => person.staffId === actor.staffId) ?? null)
        : null,
    people: async (domain) => (domain === SHOP ? shop.people : []),
    order: async (domain, id) => {
      const facts = domain === SHOP ? shop.orders.find((order) => order.id === id) : undefined;
      return facts === undefined ? null : orderView(facts);
    },
    orderByName: unused,
    nearestOrders: unused,
    searchOrders: async (domain, text, limit) => {
      const wanted = text.toLowerCase();
      const matches = (order: OrderFacts): boolean =>
        `${order.name} ${shop.customerNames[order.id] ?? ''}`.toLowerCase().includes(wanted);
      return domain === SHOP ? shop.orders.filter(matches).slice(0, limit).map(orderView) : [];
    },
    caseDetail: async (domain, id) => {
      const detail = own(domain).find((one) => one.case.id === id);
      return detail === undefined ? null : { ...detail, shop: ownShop.shop() };
    },
    caseByRma: async (domain, rma) => own(domain).find((detail) => detail.case.rma === rma) ?? null,
    caseByThread: unused,
    openCasesOfOrder: unused,
    cases: async (domain, query) => {
      // Nothing is searched by what has no letter and no digit, as in the store.
      const text = /[\p{L}\p{N}]/u.test(query.text ?? '') ? (query.text ?? '').toLowerCase() : '';
      const matching = own(domain).filter(
        (detail, _at, _all, record = detail.case) =>
          `${record.number} ${record.orderName} ${record.rma ?? ''}`.toLowerCase().includes(text) &&
          (query.kind === undefined || record.kind === query.kind) &&
          (query.state === undefined || record.state === query.state) &&
          (query.waiting !== true || waitsForStaff(detail)) &&
          (query.dueBefore === undefined || isLate(detail, query.dueBefore)) &&
          (query.open === undefined || (record.closedAt === null) === query.open),
      );
      const start = Number(query.cursor ?? 0);
      const end = start + query.limit;
      return {
        cases: matching.slice(start, end).map(summaryOf),
        nextCursor: end < matching.length ? String(end) : null,
      };
    },
    counts: async (domain) => {
      const counts: Record<string, number> = {};
      for (const { case: record } of own(domain)) {
        if (record.closedAt === null) counts[record.state] = (counts[record.state] ?? 0) + 1;
      }
      return counts;
    },
    waiting: async (domain, most) =>
      Math.min(most, own(domain).filter((detail) => detail.case.closedAt === null && waitsForStaff(detail)).length),
    overdue: async (domain, before, most) =>
      Math.min(most, own(domain).filter((one) => one.case.closedAt === null && isLate(one, before)).length),
    proposal: unused,
    openProposalByThread: unused,
    intent: async (domain, id) => intents(domain).find((view) => view.intent.id === id) ?? null,
    awaitingApproval: async (domain) => intents(domain).filter((view) => view.intent.state === 'awaiting_approval'),
    effects: async (domain, { states, notRefused = [], limit }) =>
      own(domain)
        .flatMap((detail) => detail.effects)
        .filter(({ state, kind }) => states.includes(state) && !(state === 'refused' && notRefused.includes(kind)))
        .slice(0, limit),
    parked: async (domain, limit) => (domain === SHOP ? shop.parked.slice(0, limit) : []),
  };

  const act = (envelope: Envelope, command: Command): Outcome => {
    const person = shop.people.find(
      (candidate) => envelope.actor.kind === 'staff' && candidate.staffId === envelope.actor.staffId,
    );
    if (person?.role == null) return refused('not-allowed', 'you have no role in this shop yet: ask an owner for one');
    switch (command.kind) {
      case 'backfill.start':
        return done({});
      case 'case.note':
        change(command.caseId, (detail) => ({
          ...detail,
          case: { ...detail.case, version: detail.case.version + 1 },
          entries: [
            ...detail.entries,
            anEntry(command.caseId, detail.entries.length + 1, {
              event: 'case.note',
              to: null,
              byName: person.name,
              text: command.text,
            }),
          ],
        }));
        return done({ caseId: command.caseId });
      case 'refund.approve':
      case 'refund.decline': {
        if (person.role !== 'approver' && person.role !== 'owner') {
          return refused('not-allowed', `deciding on refunds takes an approver, and you are ${person.role}`);
        }
        const view = intents(envelope.shop).find(({ intent }) => intent.id === command.intentId);
        if (view === undefined) return refused('not-found', 'no such refund');
        if (view.intent.state !== 'awaiting_approval') return refused('ended', 'this refund was decided already');
        const state = command.kind === 'refund.approve' ? 'approved' : 'rejected';
        change(view.case.id, (detail) => ({
          ...detail,
          intents: detail.intents.map((intent) =>
            intent.id === command.intentId ? { ...intent, state, version: intent.version + 1 } : intent,
          ),
        }));
        return done({ caseId: view.case.id, intentId: command.intentId });
      }
      case 'cancellation.request':
      case 'return.open':
      case 'backorder.report':
      case 'delivery.refused':
        return done({ caseId: own(envelope.shop)[0]?.case.id ?? null });
      case 'return.extend':
      case 'parcel.receive':
      case 'unit.inspect':
      case 'case.assign':
      case 'case.retry':
      case 'unit.confirm':
        return done({ caseId: command.caseId });
      case 'parcel.quarantine':
      case 'parcel.hold':
      case 'delivery.dismiss':
      case 'delivery.retry':
      case 'mails.changed':
        return done();
      case 'effect.dismiss':
      case 'effect.retry': {
        const detail = own(envelope.shop).find(({ effects }) => effects.some(({ id }) => id === command.effectId));
        if (detail === undefined) return refused('not-found', 'no such effect');
        change(detail.case.id, (old) => ({
          ...old,
          effects: old.effects.map((effect) =>
            effect.id === command.effectId
              ? { ...effect, state: command.kind === 'effect.retry' ? 'queued' : 'dismissed', lastError: null }
              : effect,
          ),
        }));
        return done({ caseId: detail.case.id });
      }
      case 'policy.save-draft':
      case 'policy.discard-draft':
      case 'policy.publish':
      case 'policy.withdraw':
        return policy.act(envelope, command);
      default:
        return refused('invalid', `the admin edge does not send ${command.kind}`);
    }
  };

  const thingsOf = async (domain: string, command: Command) => {
    const of = { caseId: '', intentId: '', parcelId: '', ...command };
    return {
      case: (await read.caseDetail(domain, of.caseId ?? ''))?.case ?? null,
      intent: (await read.intent(domain, of.intentId ?? ''))?.intent ?? null,
      parcel: (await ownShop.parcels.parcel(domain, of.parcelId))?.parcel ?? null,
      people: shop.people,
    };
  };

  return {
    shop,
    policy,
    read,
    handled,
    previews,
    handle: async (envelope, command) => {
      const before = outcomes.get(envelope.id);
      if (before !== undefined) return before.status === 'done' ? { ...before, replayed: true } : before;
      const outdated = whyOutdated(await thingsOf(envelope.shop, command), command, envelope.seen);
      if (outdated !== null) return refused(outdated.code, outdated.because);
      handled.push({ envelope, command });
      const planned = next;
      next = null;
      if (planned instanceof Error) throw planned;
      const outcome = planned ?? ownShop.act(envelope, command) ?? act(envelope, command);
      outcomes.set(envelope.id, outcome);
      return outcome;
    },
    preview: async (domain, orderId, ask) => {
      const lines = ask.kind === 'settle' ? ask.return.lines : (ask.lines ?? []);
      for (const [at, { lineItemId, quantity }] of lines.entries()) {
        const left = shop.orders.find(({ id }) => id === orderId)?.lines.find(({ id }) => id === lineItemId);
        if (left !== undefined && quantity <= left.currentQuantity) continue;
        const message = `asked for ${quantity} of line ${lineItemId}, ${left?.currentQuantity ?? 0} are left`;
        throw new PolicyError('ask/too-many', `ask.lines[${at}].quantity`, message);
      }
      previews.push({ shop: domain, orderId, ask });
      return ask.kind === 'return' && ask.reason === 'defective' && (ask.photos ?? 0) === 0
        ? aDecision({
            verdict: 'needs-info',
            action: 'ask',
            clauses: ['P3'],
            reasons: [{ clause: 'P3', because: '1 picture is needed, none is here' }],
            missing: ['photos'],
            refund: null,
          })
        : aDecision({
            action: 'cancel_order',
            clauses: ['P11'],
            reasons: [{ clause: 'P11', because: 'asked for before anything shipped' }],
          });
    },
    retryParked: async (id) => {
      const at = shop.parked.findIndex((item) => item.id === id);
      if (at >= 0) shop.parked.splice(at, 1);
      return at >= 0;
    },
    evidence: memoryEvidence(),
    own: ownShop,
    answerNext: (outcome) => {
      next = outcome;
    },
  };
};
