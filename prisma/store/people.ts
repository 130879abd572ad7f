import type { Actor, Person } from '../../policy/app/actors.ts';
import { isId, one, type Queryable } from './statement.ts';
import { PEOPLE } from './tables.ts';

/** The person behind an actor; null for customers, Shopify and time, and for staff nobody has told us of. */
export const readPerson = async (db: Queryable, shop: string, actor: Actor): Promise<Person | null> => {
  if (actor.kind === 'staff') {
    return one<Person>(db, 'people.staff', `SELECT ${PEOPLE.select} FROM people WHERE shop = $1 AND staff_id = $2`, [
      shop,
      actor.staffId,
    ]);
  }
  if (actor.kind === 'slack') {
    return one<Person>(
      db,
      'people.slack',
      `SELECT ${PEOPLE.select} FROM people WHERE shop = $1 AND slack_team = $2 AND slack_user = $3`,
      [shop, actor.team, actor.user],
    );
  }
  return null;
};

export const readPersonById = async (db: Queryable, shop: string, id: string): Promise<Person | null> =>
  isId(id)
    ? one<Person>(db, 'people.id', `SELECT ${PEOPLE.select} FROM people WHERE shop = $1 AND id = $2`, [shop, id])
    : null;
