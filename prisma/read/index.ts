import type pg from 'pg';
import type { Person } from '../../policy/app/actors.ts';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { ShopRecord } from '../../policy/app/records.ts';
import type { PrismaClient } from '../generated/client.ts';
import type { Secrets } from '../secrets.ts';
import { readPerson } from '../store/people.ts';
import { one, prepared } from '../store/statement.ts';
import { PEOPLE, SHOPS } from '../store/tables.ts';
import { readCases } from './cases.ts';
import { readMoney } from './money.ts';
import { readOrders } from './orders.ts';

type Deps = Readonly<{ prisma: PrismaClient; pool: pg.Pool; secrets: Secrets }>;

const SHOP = `SELECT ${SHOPS.select} FROM shops WHERE domain = $1`;
const OF_TEAM = `
SELECT ${SHOPS.select} FROM shops WHERE slack_team = $1 AND uninstalled_at IS NULL ORDER BY domain LIMIT 1`;
const ALL_PEOPLE = `SELECT ${PEOPLE.select} FROM people WHERE shop = $1 ORDER BY name, id`;

/** What edges may ask. Every query has an index that starts with the shop. */
export const createReadModel = (deps: Deps): ReadModel => {
  const { pool } = deps;
  return {
    shop: (domain) => one<ShopRecord>(pool, 'shops.domain', SHOP, [domain]),
    shopOfSlackTeam: (team) => one<ShopRecord>(pool, 'shops.team', OF_TEAM, [team]),
    person: (shop, actor) => readPerson(pool, shop, actor),
    people: async (shop) => (await prepared<Person>(pool, 'people.all', ALL_PEOPLE, [shop])).rows,
    ...readOrders(deps),
    ...readCases(deps),
    ...readMoney(deps),
  };
};
