import type { PrivacySubject } from '../../policy/app/privacy.ts';
import type { OrderContact, OrderFacts } from '../../policy/facts/order-facts.ts';
import type { Secrets } from '../secrets.ts';
import { contactWords } from '../store/order-keys.ts';
import { ORDER_SELECT, type OrderRow, openContact } from '../store/orders.ts';
import { prepared, type Queryable } from '../store/statement.ts';

export type PersonsOrder = Readonly<{ id: string; facts: OrderFacts; contact: OrderContact }>;

export type PersonsCase = Readonly<{
  id: string;
  number: number;
  kind: string;
  state: string;
  orderId: string;
  data: unknown;
  threadChannel: string | null;
  threadTs: string | null;
  createdAt: string;
  closedAt: string | null;
}>;

/** What of a shop is about one person. */
export type Person = Readonly<{
  orders: readonly PersonsOrder[];
  cases: readonly PersonsCase[];
  /** As Shopify's request names them. */
  asked: Pick<PrivacySubject, 'email' | 'phone'>;
}>;

/** Every name, address and number they are known by. */
export const contactsOf = ({ orders, asked }: Person): readonly Pick<OrderContact, 'name' | 'email' | 'phone'>[] => [
  { name: null, email: asked.email, phone: asked.phone },
  ...orders.map(({ contact }) => contact),
];

/** Orders that Shopify names, and those with the same e-mail address or phone number: one customer may have had several. */
export const personOf = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  { email, phone, orderIds }: PrivacySubject,
): Promise<Person> => {
  const keys = contactWords({ name: null, email, phone }).flatMap((word) => secrets.digests(word));
  const { rows } = await prepared<OrderRow>(db, 'privacy.orders', ORDERS, [shop, [...orderIds], keys]);
  const orders = rows.map((row) => ({ id: row.id, facts: row.facts, contact: openContact(secrets, row) }));
  const cases = await casesOf(
    db,
    shop,
    orders.map(({ id }) => id),
  );
  return { orders, cases, asked: { email, phone } };
};

/** All cases of these orders, oldest first. */
export const casesOf = async (
  db: Queryable,
  shop: string,
  orderIds: readonly string[],
): Promise<readonly PersonsCase[]> =>
  (await prepared<PersonsCase>(db, 'privacy.cases', CASES, [shop, [...orderIds]])).rows;

const ORDERS = `
SELECT ${ORDER_SELECT} FROM orders o WHERE o.shop = $1 AND (o.id = ANY($2::text[])
   OR EXISTS (SELECT FROM order_keys k WHERE k.shop = o.shop AND k.order_id = o.id AND k.key = ANY($3::uuid[])))
 ORDER BY o.placed_at, o.id`;

const CASES = `
SELECT id, number, kind, state, order_id AS "orderId", data, thread_channel AS "threadChannel", thread_ts AS "threadTs",
       created_at AS "createdAt", closed_at AS "closedAt"
  FROM cases WHERE shop = $1 AND order_id = ANY($2::text[]) ORDER BY number`;
