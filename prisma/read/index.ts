import type { Actor, Person } from '../../policy/app/actors.ts';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { ShopRecord } from '../../policy/app/records.ts';
import type { PrismaClient } from '../generated/client.ts';
import type { Secrets } from '../secrets.ts';
import { readCases } from './cases.ts';
import { readMoney } from './money.ts';
import { readOrders } from './orders.ts';
import { toRecord } from './records.ts';

/** What edges may ask. Every query has an index that starts with the shop. */
export const createReadModel = (deps: Readonly<{ prisma: PrismaClient; secrets: Secrets }>): ReadModel => {
  const { prisma } = deps;
  return {
    shop: async (domain) => {
      const row = await prisma.shop.findUnique({ where: { domain } });
      return row === null ? null : toRecord<ShopRecord>(row);
    },
    shopOfSlackTeam: async (team) => {
      const row = await prisma.shop.findFirst({
        where: { slackTeam: team, uninstalledAt: null },
        orderBy: { domain: 'asc' },
      });
      return row === null ? null : toRecord<ShopRecord>(row);
    },
    person: async (shop, actor) => {
      const where = whoIs(actor);
      const row = where === null ? null : await prisma.person.findFirst({ where: { shop, ...where } });
      return row === null ? null : toRecord<Person>(row);
    },
    people: async (shop) =>
      (await prisma.person.findMany({ where: { shop }, orderBy: [{ name: 'asc' }, { id: 'asc' }] })).map((row) =>
        toRecord<Person>(row),
      ),
    ...readOrders(deps),
    ...readCases(deps),
    ...readMoney(deps),
  };
};

const whoIs = (actor: Actor): { staffId: string } | { slackTeam: string; slackUser: string } | null => {
  if (actor.kind === 'staff') return { staffId: actor.staffId };
  return actor.kind === 'slack' ? { slackTeam: actor.team, slackUser: actor.user } : null;
};
