import type { FiguresRead } from '../../policy/app/figures.ts';
import type { PrismaClient } from '../generated/client.ts';

/** Today's numbers, from the cases that changed today alone. */
export const readToday = ({ prisma }: Readonly<{ prisma: PrismaClient }>): FiguresRead => ({
  figures: async (shop, since) => {
    const from = new Date(since);
    const [opened, closed, parcels, paid] = await Promise.all([
      prisma.case.count({ where: { shop, updatedAt: { gte: from }, createdAt: { gte: from } } }),
      prisma.case.count({ where: { shop, updatedAt: { gte: from }, closedAt: { gte: from } } }),
      prisma.parcel.count({ where: { shop, state: { in: ['quarantined', 'held'] } } }),
      prisma.refundIntent.findMany({
        where: { shop, state: 'succeeded', updatedAt: { gte: from } },
        select: { breakdown: true },
      }),
    ]);
    const sums = new Map<string, number>();
    for (const { breakdown } of paid) {
      const { total, currency } = breakdown as { total: number; currency: string };
      sums.set(currency, (sums.get(currency) ?? 0) + total);
    }
    return {
      opened,
      closed,
      parcels,
      refunded: [...sums].map(([currency, minor]) => ({ currency, minor })).toSorted((a, b) => b.minor - a.minor),
    };
  },
});
