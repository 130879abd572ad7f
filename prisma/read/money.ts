import type { IntentView, ReadModel } from '../../policy/app/read-model.ts';
import type { EffectRecord, RefundIntentRecord } from '../../policy/app/records.ts';
import type { Decision } from '../../policy/decision.ts';
import type { Prisma, PrismaClient } from '../generated/client.ts';
import type { Secrets } from '../secrets.ts';
import { openProposal } from '../store/proposals.ts';
import { isId } from '../store/statement.ts';
import { NOT_IN_RECORD, toCase, toProposal, toRecord } from './records.ts';

type Reads = Pick<
  ReadModel,
  'proposal' | 'openProposalByThread' | 'intent' | 'awaitingApproval' | 'effects' | 'parked'
>;

/** More refunds than a person decides in a day are not shown at once. */
const MAX_AWAITING = 200;

/** Proposals, refunds and what is sent, parked or stuck. */
export const readMoney = ({ prisma, secrets }: Readonly<{ prisma: PrismaClient; secrets: Secrets }>): Reads => ({
  proposal: async (shop, id) => {
    const row = isId(id) ? await prisma.proposal.findFirst({ where: { shop, id } }) : null;
    return row === null ? null : openProposal(secrets, toProposal(row));
  },
  openProposalByThread: async (shop, channel, threadTs) => {
    const row = await prisma.proposal.findFirst({
      where: { shop, threadChannel: channel, threadTs, state: 'open' },
      orderBy: { createdAt: 'desc' },
    });
    return row === null ? null : openProposal(secrets, toProposal(row));
  },

  intent: async (shop, id) => {
    const rows = isId(id) ? await prisma.refundIntent.findMany({ where: { shop, id }, include: { case: true } }) : [];
    return (await intentViews(prisma, rows))[0] ?? null;
  },
  awaitingApproval: async (shop) =>
    intentViews(
      prisma,
      await prisma.refundIntent.findMany({
        where: { shop, state: 'awaiting_approval' },
        orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
        take: MAX_AWAITING,
        include: { case: true },
      }),
    ),

  effects: async (shop, { states, notRefused = [], limit }) => {
    const rows = await prisma.effect.findMany({
      where: { shop, state: { in: [...states] }, NOT: { state: 'refused', kind: { in: [...notRefused] } } },
      orderBy: { updatedAt: 'desc' },
      take: limit,
      omit: NOT_IN_RECORD,
    });
    return rows.map((row) => toRecord<EffectRecord>(row));
  },
  parked: async (shop, limit) => {
    const open = await prisma.inboxOpen.findMany({
      where: { shop, parkedAt: { not: null } },
      orderBy: { seq: 'desc' },
      take: limit,
    });
    const stored = await prisma.inbox.findMany({
      where: { OR: open.map(({ day, key }) => ({ day, key })) },
      select: { key: true, source: true, topic: true, receivedAt: true },
    });
    const byKey = new Map(stored.map((row) => [row.key, row]));
    return open.flatMap(({ seq, key, reason, attempts }) => {
      const row = byKey.get(key);
      if (row === undefined) return [];
      return [
        {
          id: String(seq),
          source: row.source,
          topic: row.topic,
          receivedAt: row.receivedAt.toISOString(),
          reason: reason ?? '',
          attempts,
        },
      ];
    });
  },
});

type Row = Prisma.RefundIntentGetPayload<{ include: { case: true } }>;

/** With the decision each amount rests on: the last one of its case when it was written down. */
const intentViews = async (prisma: PrismaClient, rows: readonly Row[]): Promise<readonly IntentView[]> => {
  if (rows.length === 0) return [];
  const [people, decisions] = await Promise.all([
    prisma.person.findMany({
      where: {
        id: {
          in: rows.flatMap(({ proposedBy, delegatedTo }) =>
            [proposedBy, delegatedTo].filter((id) => id !== null && isId(id)),
          ) as string[],
        },
      },
    }),
    prisma.decision.findMany({
      where: { caseId: { in: rows.map((row) => row.caseId) } },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { caseId: true, at: true, decision: true },
    }),
  ]);
  return rows.map(({ case: row, ...intent }) => {
    const ofCase = decisions.filter((decision) => decision.caseId === row.id);
    const led = ofCase.find((decision) => decision.at <= intent.createdAt) ?? ofCase[0];
    return {
      intent: toRecord<RefundIntentRecord>(intent),
      case: toCase(row),
      proposedByName: people.find((person) => person.id === intent.proposedBy)?.name ?? null,
      delegatedToName: people.find((person) => person.id === intent.delegatedTo)?.name ?? null,
      decision: (led?.decision as unknown as Decision | undefined) ?? null,
    };
  });
};
