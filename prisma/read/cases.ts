import { nextStep, STATES_FOR_AGENT } from '../../policy/app/next-step.ts';
import type { CaseDetail, CaseQuery, CaseSummary, ReadModel } from '../../policy/app/read-model.ts';
import type {
  CaseRecord,
  DeadlineRecord,
  DecisionRecord,
  EffectRecord,
  EntryRecord,
  RefundIntentRecord,
  ShopRecord,
  UnitRecord,
} from '../../policy/app/records.ts';
import {
  GOODS_FOR_STAFF,
  GOODS_WITH_CUSTOMER,
  MONEY_ELSEWHERE,
  MONEY_FOR_AGENT,
} from '../../policy/app/waits-for-staff.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { parseRma } from '../../policy/rma.ts';
import { Prisma, type PrismaClient } from '../generated/client.ts';
import type { Secrets } from '../secrets.ts';
import { searchedKeys } from '../store/order-keys.ts';
import { searchKey } from '../store/search-keys.ts';
import { isId } from '../store/statement.ts';
import { openTranscript } from '../store/transcripts.ts';
import { NOT_IN_RECORD, toCase, toRecord } from './records.ts';

type Deps = Readonly<{ prisma: PrismaClient; secrets: Secrets }>;

/** More cases than this under one search word, and the word says nothing. */
const MAX_FOUND = 500;
const MAX_PAGE = 250;

export const readCases = ({
  prisma,
  secrets,
}: Deps): Pick<
  ReadModel,
  'caseDetail' | 'caseByRma' | 'caseByThread' | 'openCasesOfOrder' | 'cases' | 'counts' | 'waiting'
> => {
  const detail = (where: Prisma.CaseWhereInput): Promise<CaseDetail | null> => readDetail(prisma, secrets, where);
  return {
    caseDetail: async (shop, id) => (isId(id) ? detail({ shop, id }) : null),
    caseByRma: (shop, rma) => detail({ shop, rma: canonicalRma(rma) }),
    caseByThread: (shop, channel, threadTs) => detail({ shop, threadChannel: channel, threadTs }),
    openCasesOfOrder: async (shop, orderId) =>
      (await prisma.case.findMany({ where: { shop, orderId, closedAt: null }, orderBy: { number: 'asc' } })).map(
        toCase,
      ),

    cases: async (shop, query) => {
      const limit = Math.min(Math.max(1, query.limit), MAX_PAGE);
      const rows = await prisma.case.findMany({
        where: {
          shop,
          ...filterOf(query),
          ...(await foundBy(prisma, secrets, shop, query.text)),
          ...after(query.cursor, query.order === 'oldest'),
          AND: lookedAfter(query),
        },
        orderBy:
          query.order === 'oldest' ? [{ updatedAt: 'asc' }, { id: 'asc' }] : [{ updatedAt: 'desc' }, { id: 'desc' }],
        take: limit + 1,
        include: {
          units: true,
          intents: { orderBy: { createdAt: 'asc' } },
          deadlines: { where: { state: 'open' }, orderBy: { dueAt: 'asc' } },
        },
      });
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        cases: page.map(toSummary),
        nextCursor: rows.length > limit && last !== undefined ? `${last.updatedAt.getTime()}_${last.id}` : null,
      };
    },

    counts: async (shop) => {
      const groups = await prisma.case.groupBy({ by: ['state'], where: { shop, closedAt: null }, _count: true });
      return Object.fromEntries(groups.map((group) => [group.state, group._count]));
    },

    waiting: async (shop, most) =>
      (await prisma.case.findMany({ where: { shop, ...WAITING }, select: { id: true }, take: most })).length,
  };
};

const filterOf = ({ kind, state, open }: CaseQuery): Prisma.CaseWhereInput => ({
  ...(kind === undefined ? {} : { kind }),
  ...(state === undefined ? {} : { state }),
  ...(open === undefined ? {} : { closedAt: open ? null : { not: null } }),
});

/** The same as `waitsForStaff`, asked of the database. */
const WAITING: Prisma.CaseWhereInput = {
  closedAt: null,
  intents: { none: { state: 'awaiting_approval' } },
  OR: [
    { intents: { some: { state: { in: [...MONEY_FOR_AGENT] } } } },
    {
      intents: { none: { state: { in: [...MONEY_ELSEWHERE] } } },
      OR: [
        { kind: 'cancellation', state: { in: [...STATES_FOR_AGENT.cancellation] } },
        { kind: 'backorder', state: { in: [...STATES_FOR_AGENT.backorder] } },
        {
          kind: 'return',
          OR: [
            { state: { in: STATES_FOR_AGENT.return.filter((state) => state !== 'refused_suspected') } },
            {
              state: 'refused_suspected',
              data: { path: ['undelivered', 'finding'], equals: Prisma.AnyNull },
            },
            { state: 'received', units: { some: { goods: { in: [...GOODS_FOR_STAFF] } } } },
            { state: 'received', units: { none: { goods: { in: [...GOODS_WITH_CUSTOMER] } } } },
          ],
        },
      ],
    },
  ],
};

const lookedAfter = ({ lookedAfterBy, dueBefore, waiting }: CaseQuery): Prisma.CaseWhereInput[] => [
  ...(waiting === true ? [WAITING] : []),
  ...(lookedAfterBy === undefined
    ? []
    : [{ OR: [{ assignee: lookedAfterBy }, { assignee: null, openedBy: lookedAfterBy }] }]),
  ...(dueBefore === undefined
    ? []
    : [
        {
          deadlines: {
            some: { state: 'open', dueAt: { lt: new Date(dueBefore) }, kind: { notIn: [...REMINDERS] } },
          },
        },
      ]),
];

/** Everything after the last one shown. The first condition alone bounds the index; the second settles equal instants. */
const after = (cursor: string | undefined, oldestFirst: boolean): Prisma.CaseWhereInput => {
  const [, millis, id] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  if (millis === undefined || id === undefined || !isId(id)) return {};
  const at = new Date(Number(millis));
  return oldestFirst
    ? { updatedAt: { gte: at }, OR: [{ updatedAt: { gt: at } }, { updatedAt: at, id: { gt: id } }] }
    : { updatedAt: { lte: at }, OR: [{ updatedAt: { lt: at } }, { updatedAt: at, id: { lt: id } }] };
};

/**
 * Cases found by an order's name, an RMA or tracking number or a product (each from its beginning), by their own number,
 * or by their customer: an e-mail address, a phone number or a name, of which only digests are kept.
 */
const foundBy = async (
  prisma: PrismaClient,
  secrets: Secrets,
  shop: string,
  text: string | undefined,
): Promise<Prisma.CaseWhereInput> => {
  const key = searchKey(text ?? '');
  if (key === '') return {};
  const starts = [...new Set([key, searchKey(canonicalRma(text ?? ''))])];
  const found = await prisma.caseKey.findMany({
    where: { shop, OR: starts.map((start) => ({ key: { startsWith: start } })) },
    select: { caseId: true },
    take: MAX_FOUND,
  });
  const numbered = /^\d{1,9}$/.test(key)
    ? await prisma.case.findMany({ where: { shop, number: Number(key) }, select: { id: true } })
    : [];
  const theirs = await prisma.orderKey.findMany({
    where: { shop, key: { in: [...searchedKeys(secrets, text ?? '')] } },
    select: { orderId: true },
    take: MAX_FOUND,
  });
  const ofCustomer =
    theirs.length === 0
      ? []
      : await prisma.case.findMany({
          where: { shop, orderId: { in: theirs.map(({ orderId }) => orderId) } },
          select: { id: true },
          take: MAX_FOUND,
        });
  const ids = [...found.map((row) => row.caseId), ...[...numbered, ...ofCustomer].map((row) => row.id)];
  return { id: { in: [...new Set(ids)] } };
};

/** As it was issued, where it can be read as one; people leave out hyphens and write O for 0. */
const canonicalRma = (text: string): string => {
  const reading = parseRma(text);
  return reading.ok ? reading.rma : text.trim();
};

type Row = Prisma.CaseGetPayload<{ include: { units: true; intents: true; deadlines: true } }>;

/** Refunds that nobody will make any more say nothing about what a case is worth. */
const VOID: ReadonlySet<string> = new Set(['rejected', 'expired', 'superseded', 'failed']);

const REMINDERS: ReadonlySet<string> = new Set(['rma-reminder', 'approval-reminder', 'approval-escalation']);

const toSummary = ({ units, intents, deadlines, ...row }: Row): CaseSummary => {
  const record = toCase(row);
  const intentRecords = intents.map((intent) => toRecord<RefundIntentRecord>(intent));
  const worth = intentRecords.filter((intent) => !VOID.has(intent.state)).at(-1);
  return {
    case: record,
    next: nextStep({
      case: record,
      units: units.map((unit) => toRecord<UnitRecord>(unit)),
      intents: intentRecords,
      deadlines: deadlines.map((deadline) => toRecord<DeadlineRecord>(deadline)),
    }),
    amount: worth === undefined ? null : { minor: worth.breakdown.total, currency: worth.breakdown.currency },
    // A reminder is Makegood's own business: nobody is late by it.
    dueAt: deadlines.find((deadline) => !REMINDERS.has(deadline.kind))?.dueAt.toISOString() ?? null,
  };
};

const readDetail = async (
  prisma: PrismaClient,
  secrets: Secrets,
  where: Prisma.CaseWhereInput,
): Promise<CaseDetail | null> => {
  const found = await prisma.case.findFirst({
    where,
    // A thread that carried two cases shows the later one.
    orderBy: { number: 'desc' },
    include: {
      units: { orderBy: [{ lineItemId: 'asc' }, { index: 'asc' }] },
      entries: { orderBy: { seq: 'asc' }, omit: { shop: true, salt: true, seal: true } },
      decisions: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      effects: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], omit: NOT_IN_RECORD },
      intents: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      deadlines: { orderBy: [{ dueAt: 'asc' }, { id: 'asc' }] },
    },
  });
  if (found === null) return null;
  const { units, entries, decisions, effects, intents, deadlines, ...row } = found;
  const record = toCase(row);
  const [order, shop, opener, said] = await Promise.all([
    prisma.order.findUnique({ where: { shop_id: { shop: record.shop, id: record.orderId } }, select: { facts: true } }),
    prisma.shop.findUnique({ where: { domain: record.shop } }),
    record.openedBy !== null && isId(record.openedBy)
      ? prisma.person.findFirst({ where: { shop: record.shop, id: record.openedBy } })
      : null,
    prisma.transcript.findMany({ where: spokenIn(record), orderBy: { ts: 'asc' } }),
  ]);
  const speakers = [...new Set(said.map(({ by }) => by))];
  const known =
    speakers.length === 0
      ? []
      : await prisma.person.findMany({
          where: { shop: record.shop, slackUser: { in: speakers } },
          select: { slackUser: true, name: true },
        });
  const names = new Map<string, string>([
    ['makegood', 'Makegood'],
    ...known.map(({ slackUser, name }) => [slackUser ?? '', name] as const),
  ]);
  if (order === null || shop === null)
    throw new Error(`case ${record.id} refers to an order or a shop that is not stored`);
  const parts = {
    units: units.map((unit) => toRecord<UnitRecord>(unit)),
    intents: intents.map((intent) => toRecord<RefundIntentRecord>(intent)),
    deadlines: deadlines.map((deadline) => toRecord<DeadlineRecord>(deadline)),
  };
  return {
    case: record,
    next: nextStep({ case: record, ...parts }),
    order: order.facts as unknown as OrderFacts,
    shop: toRecord<ShopRecord>(shop),
    ...parts,
    entries: entries.map((entry) => toRecord<EntryRecord>(entry)),
    decisions: decisions.map((decision) => toRecord<DecisionRecord>(decision)),
    effects: effects.map((effect) => toRecord<EffectRecord>(effect)),
    openedByName: opener?.name ?? null,
    messages: said
      .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.ts.localeCompare(b.ts))
      .map((row) => ({
        at: row.at.toISOString(),
        by: names.get(row.by) ?? row.by,
        text: openTranscript(secrets, row),
      })),
  };
};

/** What was noted for the case, and what was said in its thread before it was one. */
const spokenIn = ({ id, shop, thread }: CaseRecord): Prisma.TranscriptWhereInput =>
  thread === null ? { caseId: id } : { OR: [{ caseId: id }, { shop, channel: thread.channel, threadTs: thread.ts }] };
