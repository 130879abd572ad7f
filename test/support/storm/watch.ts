import type pg from 'pg';

/** A case as the storm looks at it: where it is, and what became of its refunds. */
export type Seen = Readonly<{
  id: string;
  number: number;
  orderId: string;
  kind: string;
  state: string;
  closed: boolean;
  /** Shopify has the Return. */
  opened: boolean;
  rma: string | null;
  intents: readonly Readonly<{ id: string; state: string; total: number }>[];
  /** Refunds by hand of which nobody has said what they were for. */
  unexplained: readonly string[];
  /** Goods of its units: `expected`, `arrived`, `accepted` … */
  goods: readonly string[];
}>;

export type Watch = Readonly<{
  casesOf(orderId: string): readonly Seen[];
  isKnown(orderId: string): boolean;
  /** Waits until `look` gives something; null where `patienceMs` is over. */
  until<T>(look: () => T | null | undefined | false, patienceMs: number): Promise<T | null>;
  stop(): Promise<void>;
}>;

/** One look at the database for all stories, several times a second: hundreds of them asking by themselves would be a load. */
const EVERY_MS = 250;

export const watchCases = (pool: pg.Pool): Watch => {
  let cases = new Map<string, Seen[]>();
  let orders = new Set<string>();
  let stopped = false;
  const waiting = new Set<() => void>();

  const look = async (): Promise<void> => {
    const [seen, known] = await Promise.all([
      pool.query<Seen>(CASES),
      pool.query<{ id: string }>('SELECT id FROM orders'),
    ]);
    cases = Map.groupBy(seen.rows, (one) => one.orderId);
    orders = new Set(known.rows.map((row) => row.id));
    for (const wake of [...waiting]) wake();
  };
  const loop = (async () => {
    while (!stopped) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();

  return {
    casesOf: (orderId) => cases.get(orderId) ?? [],
    isKnown: (orderId) => orders.has(orderId),
    until: (find, patienceMs) =>
      new Promise((resolve) => {
        const end = Date.now() + patienceMs;
        const check = (): void => {
          const found = find();
          if (!found && Date.now() < end) return;
          waiting.delete(check);
          resolve(found || null);
        };
        waiting.add(check);
        check();
      }),
    stop: async () => {
      stopped = true;
      await loop;
    },
  };
};

const CASES = `
SELECT c.id, c.number, c.order_id AS "orderId", c.kind, c.state, c.closed_at IS NOT NULL AS closed, c.rma,
       coalesce(jsonb_array_length(nullif(c.data->'shopifyReturn', 'null')->'lines'), 0) > 0 AS opened,
       coalesce((SELECT jsonb_agg(hand->>'refundId') FROM jsonb_array_elements(nullif(c.data->'byHand', 'null')) hand
                  WHERE hand->>'for' IS NULL), '[]') AS unexplained,
       coalesce((SELECT jsonb_agg(jsonb_build_object('id', i.id, 'state', i.state, 'total', i.breakdown->'total') ORDER BY i.created_at, i.id)
                   FROM refund_intents i WHERE i.case_id = c.id), '[]') AS intents,
       coalesce((SELECT jsonb_agg(u.goods ORDER BY u.line_item_id, u.index) FROM units u WHERE u.case_id = c.id), '[]') AS goods
  FROM cases c ORDER BY c.number`;
