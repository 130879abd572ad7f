import type { Person, RoleGroup } from '../../../policy/app/actors.ts';
import type { Command, Envelope, Outcome } from '../../../policy/app/commands.ts';
import type { ParcelRead, ParcelView } from '../../../policy/app/parcels.ts';
import type { EvidenceStore } from '../../../policy/app/ports.ts';
import type { CaseDetail, IntentView, OrderView, ReadModel } from '../../../policy/app/read-model.ts';
import type { EvidenceRef, ProposalRecord, ShopRecord } from '../../../policy/app/records.ts';
import type { Inbox, InboxItem } from '../../../policy/app/store.ts';
import type { Typeahead } from '../../../policy/app/typeahead.ts';
import { aShop, SHOP } from './builders.ts';

/** What the rest of the program would know, in memory. Every list is the shop's own. */
export type World = {
  shops: ShopRecord[];
  orders: Map<string, OrderView[]>;
  cases: CaseDetail[];
  proposals: ProposalRecord[];
  intents: IntentView[];
  people: Person[];
  parcels?: ParcelView[];
  roleGroups?: RoleGroup[];
};

export const aPerson = (slackUser: string, role: Person['role'], over: Partial<Person> = {}): Person => ({
  id: `person-${slackUser}`,
  shop: SHOP,
  name: slackUser,
  role,
  staffId: null,
  slackTeam: 'T0DEMO',
  slackUser,
  ...over,
});

export const aWorld = (over: Partial<World> = {}): World => ({
  shops: [aShop()],
  orders: new Map(),
  cases: [],
  proposals: [],
  intents: [],
  people: [aPerson('U0AGENT', 'agent'), aPerson('U0AGENT2', 'agent'), aPerson('U0LEAD', 'approver')],
  ...over,
});

const named = (name: string): string => `#${name.replace(/^#/, '')}`;

export const readModelOf = (world: World): ReadModel => {
  const orders = (shop: string): OrderView[] => world.orders.get(shop) ?? [];
  const mine = <T extends { shop: string }>(list: T[], shop: string): T[] => list.filter((each) => each.shop === shop);
  return {
    shop: async (domain) => world.shops.find((shop) => shop.domain === domain) ?? null,
    shopOfSlackTeam: async (team) => world.shops.find((shop) => shop.slackTeam === team) ?? null,
    person: async (shop, actor) =>
      (actor.kind === 'slack'
        ? mine(world.people, shop).find((each) => each.slackTeam === actor.team && each.slackUser === actor.user)
        : null) ?? null,
    people: async (shop) => mine(world.people, shop),
    order: async (shop, id) => orders(shop).find((view) => view.facts.id === id) ?? null,
    orderByName: async (shop, name) => orders(shop).find((view) => view.facts.name === named(name)) ?? null,
    nearestOrders: async (shop, _name, limit) =>
      orders(shop)
        .map((view) => view.facts.name)
        .slice(0, limit),
    searchOrders: async (shop, text, limit) =>
      orders(shop)
        .filter((view) => view.facts.name.includes(text))
        .slice(0, limit),
    caseDetail: async (shop, id) => world.cases.find((each) => each.case.shop === shop && each.case.id === id) ?? null,
    caseByRma: async (shop, rma) =>
      world.cases.find((each) => each.case.shop === shop && each.case.rma === rma) ?? null,
    caseByThread: async (shop, channel, ts) =>
      world.cases.find(
        (each) => each.case.shop === shop && each.case.thread?.channel === channel && each.case.thread.ts === ts,
      ) ?? null,
    openCasesOfOrder: async (shop, orderId) =>
      world.cases.filter((each) => each.case.shop === shop && each.case.orderId === orderId).map((each) => each.case),
    cases: async (shop) => ({
      cases: world.cases
        .filter((each) => each.case.shop === shop)
        .map((each) => ({ case: each.case, next: each.next, amount: null, dueAt: null })),
      nextCursor: null,
    }),
    counts: async () => ({}),
    waiting: async () => 0,
    overdue: async () => 0,
    proposal: async (shop, id) => mine(world.proposals, shop).find((each) => each.id === id) ?? null,
    openProposalByThread: async (shop, channel, ts) =>
      mine(world.proposals, shop).find(
        (each) => each.state === 'open' && each.thread.channel === channel && each.thread.ts === ts,
      ) ?? null,
    intent: async (_shop, id) => world.intents.find((each) => each.intent.id === id) ?? null,
    awaitingApproval: async (shop) =>
      world.intents.filter((each) => each.intent.shop === shop && each.intent.state === 'awaiting_approval'),
    effects: async () => [],
    parked: async () => [],
  };
};

export const typeaheadOf = (world: World): Typeahead => ({
  orders: async (shop, text, limit) =>
    (world.orders.get(shop) ?? [])
      .map(({ facts }) => facts)
      .filter(({ name }) => name.includes(text))
      .slice(0, limit),
  returns: async (shop, _text, limit) =>
    world.cases
      .map((each) => each.case)
      .filter((each) => each.shop === shop)
      .slice(0, limit),
});

export const parcelReadOf = (world: World): ParcelRead => ({
  parcel: async (shop, id) =>
    (world.parcels ?? []).find(({ parcel }) => parcel.shop === shop && parcel.id === id) ?? null,
  parcels: async (shop) => ({
    parcels: (world.parcels ?? []).map(({ parcel }) => parcel).filter((parcel) => parcel.shop === shop),
    nextCursor: null,
  }),
});

export const done = (over: Partial<Extract<Outcome, { status: 'done' }>> = {}): Outcome => ({
  status: 'done',
  replayed: false,
  caseId: null,
  proposalId: null,
  intentId: null,
  ...over,
});

export type Handled = Readonly<{ envelope: Envelope; command: Command }>;

/** Takes commands as the shell does: the same envelope is handled once. */
export const recordingHandle = (answer: (command: Command) => Outcome = () => done()) => {
  const handled: Handled[] = [];
  const seen = new Map<string, Outcome>();
  return {
    handled,
    commands: () => handled.map((each) => each.command),
    handle: async (envelope: Envelope, command: Command): Promise<Outcome> => {
      const before = seen.get(envelope.id);
      if (before !== undefined) return before;
      const outcome = answer(command);
      seen.set(envelope.id, outcome);
      handled.push({ envelope, command });
      return outcome;
    },
  };
};

/** Keeps what was stored; the same shop, topic and id is stored once. */
export const memoryInbox = () => {
  const items: InboxItem[] = [];
  let broken = false;
  const inbox: Inbox = {
    store: async (item) => {
      if (broken) throw new Error('the database is away');
      if (items.some((each) => each.shop === item.shop && each.topic === item.topic && each.id === item.id))
        return false;
      items.push(item);
      return true;
    },
  };
  return {
    items,
    inbox,
    breaks: (is: boolean) => {
      broken = is;
    },
  };
};

export const memoryEvidence = () => {
  const files: { ref: EvidenceRef; shop: string; bytes: Uint8Array }[] = [];
  const evidence: EvidenceStore = {
    put: async (shop, { name, mimetype, bytes }) => {
      const ref = { id: `ev-${files.length + 1}`, name, mimetype, bytes: bytes.length, sha256: 'a'.repeat(64) };
      files.push({ ref, shop, bytes });
      return ref;
    },
    get: async (shop, id) => {
      const found = files.find((each) => each.shop === shop && each.ref.id === id);
      return found === undefined ? null : { ref: found.ref, bytes: found.bytes };
    },
  };
  return { files, evidence };
};
