import type { PastCaseRecord, PastRead } from '../../policy/app/policy.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import type { PrismaClient } from '../generated/client.ts';

/**
 * Everything a shop has seen, in pages: a long run holds one page at a time, and no transaction. What changes meanwhile
 * may be seen once, or not at all.
 */
export const readPast = ({ prisma }: Readonly<{ prisma: PrismaClient }>): PastRead => ({
  countPast: async (shop) => {
    const [orders, cases] = await Promise.all([
      prisma.order.count({ where: { shop } }),
      prisma.case.count({ where: { shop } }),
    ]);
    return { orders, cases };
  },

  pastOrders: async (shop, after, limit) => {
    const from = cursorOf(after);
    const rows = await prisma.order.findMany({
      where: {
        shop,
        ...(from === null
          ? {}
          : {
              placedAt: { lte: from.placedAt },
              OR: [{ placedAt: { lt: from.placedAt } }, { placedAt: from.placedAt, id: { lt: from.id } }],
            }),
      },
      orderBy: [{ placedAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: { id: true, placedAt: true, facts: true },
    });
    const last = rows.at(-1);
    return {
      items: rows.map((row) => row.facts as unknown as OrderFacts),
      next: rows.length < limit || last === undefined ? null : `${last.placedAt.getTime()}_${last.id}`,
    };
  },

  pastCases: async (shop, after, limit) => {
    const rows = await prisma.case.findMany({
      where: { shop, ...(after === null ? {} : { number: { lt: Number(after) } }) },
      orderBy: { number: 'desc' },
      take: limit,
      select: {
        id: true,
        number: true,
        orderId: true,
        decisions: { select: { facts: true }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      },
    });
    const last = rows.at(-1);
    return {
      items: rows.map(
        ({ id, number, orderId, decisions }): PastCaseRecord => ({
          caseId: id,
          number,
          orderId,
          requests: decisions.map((decision) => decision.facts),
        }),
      ),
      next: rows.length < limit || last === undefined ? null : String(last.number),
    };
  },
});

const cursorOf = (after: string | null): Readonly<{ placedAt: Date; id: string }> | null => {
  if (after === null) return null;
  const [time = '', id = ''] = after.split('_');
  return { placedAt: new Date(Number(time)), id };
};
