import type { OrderView, ReadModel } from '../../policy/app/read-model.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import type { Order, PrismaClient } from '../generated/client.ts';
import type { Secrets } from '../secrets.ts';
import { searchedKeys } from '../store/order-keys.ts';
import { openContact } from '../store/orders.ts';
import { orderNumber, searchKey } from '../store/search-keys.ts';
import { nearestFirst, oneSlipAway } from './near.ts';

/** Orders of one customer that are looked at: more are no search any more. */
const MAX_OF_ONE = 500;

type Deps = Readonly<{ prisma: PrismaClient; secrets: Secrets }>;

export const readOrders = ({
  prisma,
  secrets,
}: Deps): Pick<ReadModel, 'order' | 'orderByName' | 'nearestOrders' | 'searchOrders'> => {
  const views = async (rows: readonly Order[]): Promise<readonly OrderView[]> => {
    const shop = rows[0]?.shop;
    if (shop === undefined) return [];
    const cases = await prisma.case.findMany({
      where: { shop, orderId: { in: rows.map((row) => row.id) }, closedAt: null },
      select: { id: true, number: true, kind: true, state: true, rma: true, orderId: true },
      orderBy: { number: 'asc' },
    });
    return rows.map((row) => ({
      facts: row.facts as unknown as OrderFacts,
      customerName: openContact(secrets, { ...row, contact: Buffer.from(row.contact) }).name,
      openCases: cases
        .filter((open) => open.orderId === row.id)
        .map(({ orderId: _, ...open }) => open as OrderView['openCases'][number]),
    }));
  };
  const first = async (rows: readonly Order[]): Promise<OrderView | null> => (await views(rows.slice(0, 1)))[0] ?? null;

  return {
    order: async (shop, orderId) => first(await prisma.order.findMany({ where: { shop, id: orderId } })),

    orderByName: async (shop, name) => {
      const key = searchKey(name);
      if (key === '') return null;
      const named = await prisma.order.findMany({
        where: { shop, nameKey: key },
        orderBy: { placedAt: 'desc' },
        take: 1,
      });
      if (named.length > 0 || !/^\d+$/.test(key)) return first(named);
      // Shops may wrap the number (`EN-1003-B`); people say the number, where only one order has it.
      const number = orderNumber(key);
      const numbered = number === null ? [] : await prisma.order.findMany({ where: { shop, number }, take: 2 });
      return numbered.length === 1 ? first(numbered) : null;
    },

    nearestOrders: async (shop, name, limit) => {
      const number = orderNumber(name);
      if (number === null) return [];
      const select = { name: true, number: true } as const;
      const [above, below, slips] = await Promise.all([
        prisma.order.findMany({
          where: { shop, number: { gte: number } },
          orderBy: { number: 'asc' },
          take: limit,
          select,
        }),
        prisma.order.findMany({
          where: { shop, number: { lt: number } },
          orderBy: { number: 'desc' },
          take: limit,
          select,
        }),
        prisma.order.findMany({ where: { shop, number: { in: [...oneSlipAway(number)] } }, select }),
      ]);
      return nearestFirst(number, [...above, ...below], slips, limit);
    },

    searchOrders: async (shop, text, limit) => {
      const key = searchKey(text);
      if (key === '')
        return views(await prisma.order.findMany({ where: { shop }, orderBy: { placedAt: 'desc' }, take: limit }));
      const named = await prisma.order.findMany({
        where: { shop, nameKey: { startsWith: key } },
        orderBy: { nameKey: 'asc' },
        take: limit,
      });
      if (named.length > 0) return views(named);
      const theirs = await prisma.orderKey.findMany({
        where: { shop, key: { in: [...searchedKeys(secrets, text)] } },
        select: { orderId: true },
        take: MAX_OF_ONE,
      });
      if (theirs.length > 0)
        return views(
          await prisma.order.findMany({
            where: { shop, id: { in: theirs.map((found) => found.orderId) } },
            orderBy: { placedAt: 'desc' },
            take: limit,
          }),
        );
      const keyed = await prisma.caseKey.findMany({ where: { shop, key }, take: limit });
      const cases = await prisma.case.findMany({
        where: { id: { in: keyed.map((found) => found.caseId) } },
        select: { orderId: true },
      });
      return views(
        await prisma.order.findMany({ where: { shop, id: { in: cases.map((found) => found.orderId) } }, take: limit }),
      );
    },
  };
};
