import { MONEY_UNDER_WAY } from '../../policy/app/money-under-way.ts';
import { STATES_FOR_AGENT } from '../../policy/app/next-step.ts';
import type { CaseQuery } from '../../policy/app/read-model.ts';
import { GOODS_FOR_STAFF, GOODS_WITH_CUSTOMER, MONEY_FOR_AGENT } from '../../policy/app/waits-for-staff.ts';
import { parseRma } from '../../policy/rma.ts';
import type { Secrets } from '../secrets.ts';
import { NO_REMINDER } from '../store/late-since.ts';
import { searchedKeys } from '../store/order-keys.ts';
import { keysFrom, searchKey } from '../store/search-keys.ts';
import { isId, listed } from '../store/statement.ts';

/** Takes a value and says under which name (`$3`) the statement has it. */
type Bind = (value: unknown) => string;

/**
 * One condition on `cases c` in the shop `$1`.
 * @property name the statement's name is made of these: equal names, equal text
 */
export type Condition = Readonly<{ name: string; sql: (bind: Bind) => string }>;

/**
 * Conditions joined into one, with their values after the shop, and a name for the statement they stand in.
 * @param either  each of these makes a list of its own, of what fits it and the conditions; none: there is one list
 */
export const allOf = (
  shop: string,
  conditions: readonly Condition[],
  either: readonly Condition[] = [],
): Readonly<{ name: string; wheres: readonly string[]; values: readonly unknown[] }> => {
  const values: unknown[] = [shop];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const text = ({ sql }: Condition): string => `(${sql(bind)})`;
  const common = ['c.shop = $1', ...conditions.map(text)];
  return {
    name: [...conditions, ...either].map(({ name }) => name).join('.'),
    wheres: either.length === 0 ? [common.join(' AND ')] : either.map((one) => [...common, text(one)].join(' AND ')),
    values,
  };
};

/** More cases than this under one search word, and the word says nothing: the newest are shown. */
const MAX_FOUND = 250;

/** Everything a query asks for but its place in the list, and what is overdue. */
export const conditionsOf = (query: CaseQuery, secrets: Secrets): readonly Condition[] => {
  const { kind, state, open, waiting, lookedAfterBy } = query;
  const text = query.text ?? '';
  return [
    ...(kind === undefined ? [] : [{ name: 'kind', sql: (bind: Bind) => `c.kind = ${bind(kind)}` }]),
    ...(state === undefined ? [] : [{ name: 'state', sql: (bind: Bind) => `c.state = ${bind(state)}` }]),
    ...(open === undefined ? [] : [open ? OPEN : DONE]),
    ...(waiting === true ? [WAITING] : []),
    ...(lookedAfterBy === undefined
      ? []
      : [{ name: 'mine', sql: (bind: Bind) => `coalesce(c.assignee, c.opened_by) = ${bind(lookedAfterBy)}` }]),
    ...(searchKey(text) === '' ? [] : [foundBy(text, secrets)]),
  ];
};

/**
 * Everything after the last one shown: `<milliseconds>_<id>`, of a year that the database knows. Null for what is no
 * cursor: the list begins anew.
 */
export const after = (cursor: string | undefined, oldestFirst: boolean): Condition | null => {
  const [, millis, id] = /^(\d{1,13})_([0-9a-f-]{36})$/.exec(cursor ?? '') ?? [];
  if (millis === undefined || id === undefined || !isId(id)) return null;
  const at = new Date(Number(millis)).toISOString();
  return {
    name: 'after',
    sql: (bind) => `(c.updated_at, c.id) ${oldestFirst ? '>' : '<'} (${bind(at)}::timestamptz, ${bind(id)}::uuid)`,
  };
};

export const OPEN: Condition = { name: 'open', sql: () => 'c.closed_at IS NULL' };
const DONE: Condition = { name: 'done', sql: () => 'c.closed_at IS NOT NULL' };

/**
 * A set that is read once and then asked for each case, while the list is walked in its order. `IS TRUE` keeps the
 * planner from joining instead: it would read and sort every case there is before it shows the first.
 */
const among = (set: string): string => `(c.id IN (${set})) IS TRUE`;

/**
 * What people were late with before this instant: what is known to be late, and what is over and was not looked at yet. A
 * case may be both. What a dispute has frozen waits for the bank, whatever was due before.
 */
export const overdue = (before: string): readonly Condition[] => [
  { name: 'late', sql: (bind) => `c.state <> 'frozen' AND c.late_since < ${bind(before)}` },
  {
    name: 'over',
    sql: (bind) => `c.state <> 'frozen' AND c.id = ANY(ARRAY(
      SELECT case_id FROM deadlines WHERE shop = $1 AND state = 'open' AND due_at < ${bind(before)} AND ${NO_REMINDER}))`,
  },
];

/** Refunds that are not at rest are few: an index of its own holds them. */
const withMoney = (states: readonly string[]): string =>
  among(`SELECT case_id FROM refund_intents WHERE shop = $1 AND state IN (${listed(states)})`);

const RECEIVED = `SELECT coalesce(bool_or(goods IN (${listed(GOODS_FOR_STAFF)})), false)
                      OR NOT coalesce(bool_or(goods IN (${listed(GOODS_WITH_CUSTOMER)})), false)
                    FROM units WHERE case_id = c.id`;

/** The same as `waitsForStaff`, asked of the database. */
export const WAITING: Condition = {
  name: 'waiting',
  sql: () => `c.closed_at IS NULL AND c.state <> 'frozen'
    AND NOT ${withMoney(['awaiting_approval'])}
    AND (${withMoney(MONEY_FOR_AGENT)}
         OR NOT ${withMoney(MONEY_UNDER_WAY)}
            AND CASE c.kind
                  WHEN 'cancellation' THEN c.state IN (${listed(STATES_FOR_AGENT.cancellation)})
                  WHEN 'backorder' THEN c.state IN (${listed(STATES_FOR_AGENT.backorder)})
                  ELSE CASE c.state
                         WHEN 'received' THEN (${RECEIVED})
                         WHEN 'refused_suspected'
                           THEN (SELECT data #>> '{undelivered,finding}' IS NULL FROM cases WHERE id = c.id)
                         ELSE c.state IN (${listed(STATES_FOR_AGENT.return)})
                       END
                END)`,
};

/**
 * Cases found by an order's name, an RMA or tracking number or a product (each from its beginning), by their own number,
 * or by their customer: an e-mail address, a phone number or a name, of which only digests are kept.
 */
const foundBy = (text: string, secrets: Secrets): Condition => {
  const key = searchKey(text);
  const written = searchKey(canonicalRma(text));
  const asWritten = written === key ? [] : [written];
  const number = /^\d{1,9}$/.test(key) ? Number(key) : null;
  // Ids rise with time: the whole word first, its newest cases first, and only what is left to the limit by its beginning.
  const keyed = ([word, before]: readonly [string, string]): string =>
    `(SELECT case_id FROM (
        (SELECT case_id FROM case_keys WHERE shop = $1 AND key = ${word} ORDER BY case_id DESC LIMIT ${MAX_FOUND})
        UNION ALL
        (SELECT case_id FROM case_keys WHERE shop = $1 AND key > ${word} AND key < ${before}
          ORDER BY key DESC, case_id DESC LIMIT ${MAX_FOUND})) keyed LIMIT ${MAX_FOUND})`;
  return {
    name: asWritten.length === 0 ? 'text' : 'text-rma',
    sql: (bind) => `c.id = ANY(ARRAY(
      ${[key, ...asWritten].map((word) => keyed(keysFrom(word).map(bind) as unknown as [string, string])).join(' UNION ')}
      UNION SELECT id FROM cases WHERE shop = $1 AND number = ${bind(number)}
      UNION (SELECT id FROM cases WHERE shop = $1 AND order_id = ANY(ARRAY(
               SELECT order_id FROM order_keys WHERE shop = $1 AND key = ANY(${bind(searchedKeys(secrets, text))}::uuid[])
                ORDER BY order_id DESC LIMIT ${MAX_FOUND}))
              ORDER BY order_id DESC, id LIMIT ${MAX_FOUND})))`,
  };
};

/** As it was issued, where it can be read as one; people leave out hyphens and write O for 0. */
export const canonicalRma = (text: string): string => {
  const reading = parseRma(text);
  return reading.ok ? reading.rma : text.trim();
};
