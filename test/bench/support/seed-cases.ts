import type pg from 'pg';

type Run = (text: string, ...more: unknown[]) => Promise<void>;

const TABLES = [
  'cases',
  'case_keys',
  'units',
  'deadlines',
  'refund_intents',
  'orders',
  'entries',
  'decisions',
  'effects',
] as const;

/** Of case `n`. Like those of the program it begins with the time at which it was made: whoever is near in time is near on disk. */
const CASE_ID = `(lpad(to_hex(1700000000000 + n * 47000::bigint), 12, '0') || '7' || substr(md5('case' || n), 1, 3)
                  || 'a' || substr(md5('case' || n), 4, 15))::uuid`;

/**
 * Fills a shop with cases as years of work leave them, by `generate_series`: 3 in 100 open, 7 in 10 returns. Ids are
 * made of their numbers, so that two runs measure the same rows. Nothing here is for tests of behaviour: contacts are
 * no sealed values, and chains are not chained. A shop that has cases is left as it is.
 * @param late the oldest due date is so many days ago, and what is over is late, as a worker leaves it
 */
export const seedCases = async (
  db: pg.Client,
  { shop, cases, late }: Readonly<{ shop: string; cases: number; late: number }>,
): Promise<void> => {
  const there = await db.query('SELECT FROM cases WHERE shop = $1 LIMIT 1', [shop]);
  if (there.rowCount !== 0) return;
  const { rows } = await db.query<{ id: string }>('SELECT id FROM policy_versions WHERE shop = $1 LIMIT 1', [shop]);
  const policy = rows[0]?.id;
  if (policy === undefined) throw new Error(`${shop} is not installed: install it first`);
  const run = async (text: string, ...more: unknown[]): Promise<void> => {
    await db.query(text, [shop, cases, ...more]);
  };

  const indexAgain = await dropIndexes(db);
  await seedLists(run, policy, late);
  await seedPages(run, policy);
  await indexAgain();
  await db.query('UPDATE case_counters SET last = $2 WHERE shop = $1', [shop, cases]);
  for (const table of TABLES) await db.query(`VACUUM (ANALYZE) ${table}`);
};

/** Rows first, indexes after: kept up row by row they take several times as long. Primary keys stay. */
const dropIndexes = async (db: pg.Client): Promise<() => Promise<void>> => {
  const { rows } = await db.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes
      WHERE schemaname = current_schema() AND tablename = ANY($1)
        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = quote_ident(indexname)::regclass)`,
    [TABLES],
  );
  for (const { name } of rows) await db.query(`DROP INDEX "${name}"`);
  return async () => {
    for (const { made } of rows) await db.query(made);
  };
};

const seedLists = async (run: Run, policy: string, late: number): Promise<void> => {
  await run(
    `INSERT INTO cases (id, number, shop, kind, state, version, order_id, order_name, policy_version, rma, data, opened_by,
                        assignee, created_at, updated_at, closed_at)
     SELECT ${CASE_ID}, n, $1, kind,
            CASE WHEN open THEN CASE kind WHEN 'return' THEN (ARRAY['authorized','in_transit','received','grey_zone'])[1 + n % 4]
                                          WHEN 'backorder' THEN (ARRAY['customer_notified','waiting'])[1 + n % 2]
                                          ELSE 'needs_agent' END
                 ELSE CASE kind WHEN 'return' THEN 'closed' WHEN 'backorder' THEN 'fulfilled' ELSE 'canceled' END END,
            3, (5000000000 + n)::text, '#' || (1000 + n), $3::uuid,
            CASE kind WHEN 'return' THEN 'RMA-S' || lpad(upper(to_hex(n)), 7, '0') END,
            CASE kind
              WHEN 'return' THEN jsonb_build_object('kind', 'return', 'reason',
                     (ARRAY['defective','changed_mind','customer_ordered_wrong','wrong_item_sent'])[1 + n % 4],
                     'lines', jsonb_build_array(jsonb_build_object('lineItemId', '71' || n, 'quantity', 1)),
                     'because', 'as they say', 'remedy', 'refund', 'photos', '[]'::jsonb, 'troubleshootingDone', true,
                     'artificialDamageDeclared', null, 'contact', null, 'originalShippingCost', null,
                     'returnPostage', null, 'rma', null, 'tracking', null, 'parcel', null, 'shopifyReturn', null)
              WHEN 'backorder' THEN jsonb_build_object('kind', 'backorder', 'lines',
                     jsonb_build_array(jsonb_build_object('lineItemId', '71' || n, 'quantity', 1)),
                     'notifiedAt', null, 'answer', null, 'eta', null)
              ELSE jsonb_build_object('kind', 'cancellation', 'lines', null, 'because', 'ordered twice', 'jobResult', null) END,
            NULL, CASE WHEN n % 5 = 0 THEN md5('person' || n % 3) END,
            at - interval '3 days', at, CASE WHEN open THEN NULL ELSE at END
       FROM (SELECT n, n % 33 = 0 AS open, now() - (($2::int - n) * interval '47 seconds') AS at,
                    CASE WHEN n % 10 < 7 THEN 'return' WHEN n % 10 = 7 THEN 'backorder' ELSE 'cancellation' END AS kind
               FROM generate_series(1, $2::int) n) g`,
    policy,
  );
  await run(
    `INSERT INTO case_keys (shop, key, case_id)
     SELECT $1, (1000 + n)::text, ${CASE_ID} FROM generate_series(1, $2::int) n
     UNION ALL
     SELECT $1, 'RMAS' || lpad(upper(to_hex(n)), 7, '0'), ${CASE_ID} FROM generate_series(1, $2::int) n WHERE n % 10 < 7
     UNION ALL
     SELECT $1, (ARRAY['HEADPHONES','LAMP','KETTLE','SPEAKER'])[1 + n % 4], ${CASE_ID} FROM generate_series(1, $2::int) n
      WHERE n % 40 = 0`,
  );
  await run(
    `INSERT INTO units (id, case_id, line_item_id, index, goods, money)
     SELECT md5('unit' || n)::uuid, ${CASE_ID}, '71' || n, 0, CASE WHEN n % 33 = 0 THEN 'expected' ELSE 'accepted' END,
            CASE WHEN n % 33 = 0 THEN 'none' ELSE 'paid' END
       FROM generate_series(1, $2::int) n WHERE n % 10 < 7 AND $1::text <> ''`,
  );
  await run(
    `INSERT INTO deadlines (id, shop, case_id, kind, due_at, state)
     SELECT md5('deadline' || n)::uuid, $1, ${CASE_ID}, 'rma-deadline',
            now() + ((n % 60) - $3::int) * interval '1 day', CASE WHEN n % 60 < $3 THEN 'late' ELSE 'open' END
       FROM generate_series(1, $2::int) n WHERE n % 33 = 0`,
    late,
  );
  await run(
    `UPDATE cases c SET late_since = d.due_at FROM deadlines d
      WHERE d.case_id = c.id AND d.state = 'late' AND c.shop = $1 AND $2::int > 0`,
  );
  await run(
    `INSERT INTO refund_intents (id, shop, case_id, order_id, key, state, version, breakdown, shop_minor, order_version,
                                 unit_ids, approvals_needed, approvals, created_at, updated_at)
     SELECT md5('intent' || n)::uuid, $1, ${CASE_ID}, (5000000000 + n)::text, 'seed-' || n,
            CASE WHEN n % 33 = 0 THEN CASE WHEN n % 3300 = 0 THEN 'awaiting_approval' ELSE 'superseded' END ELSE 'succeeded' END, 2,
            jsonb_build_object('currency', 'USD', 'items', 4000, 'tax', 320, 'shipping', 0, 'duties', 0, 'tips', 0,
              'deductions', CASE WHEN n % 6 = 0 THEN '[{"clause":"P12","label":"original shipping","amount":500}]'::jsonb
                                 ELSE '[]'::jsonb END,
              'total', CASE WHEN n % 6 = 0 THEN 3820 ELSE 4320 END),
            CASE WHEN n % 6 = 0 THEN 3820 ELSE 4320 END, 'v1', '{}', 1, '[]', c.updated_at, c.updated_at
       FROM generate_series(1, $2::int) n JOIN cases c ON c.id = ${CASE_ID} WHERE n % 2 = 0`,
  );
};

const seedPages = async (run: Run, policy: string): Promise<void> => {
  await run(
    `INSERT INTO orders (shop, id, name, name_key, number, placed_at, updated_at, complete, facts, contact)
     SELECT $1, (5000000000 + n)::text, '#' || (1000 + n), (1000 + n)::text, 1000 + n, at, at, true,
            jsonb_build_object('id', (5000000000 + n)::text, 'name', '#' || (1000 + n), 'createdAt', at, 'updatedAt', at,
              'cancelledAt', null, 'shopCurrency', 'USD', 'currency', 'USD', 'totalShop', 9640, 'total', 9640,
              'taxesIncluded', false, 'financialStatus', 'paid', 'shipTo', 'US',
              'contactable', '{"email":true,"phone":false,"name":true}'::jsonb,
              'lines', jsonb_build_array(jsonb_build_object('id', '71' || n, 'productId', (31 + n % 12)::text, 'variantId', '41',
                'inventoryItemId', '51', 'title', (ARRAY['Wireless headphones','Desk lamp','Kettle','Speaker'])[1 + n % 4],
                'variantTitle', null, 'sku', 'SKU-' || n % 40, 'quantity', 2, 'currentQuantity', 2, 'requiresShipping', true,
                'giftCard', false, 'unitPrice', 4000, 'discount', 0, 'total', 8000, 'tax', 640, 'duties', 0, 'dutyIds', '[]'::jsonb)),
              'shippingLines', '[]'::jsonb, 'tips', 0, 'fulfillments', '[]'::jsonb, 'refunds', '[]'::jsonb,
              'transactions', '[]'::jsonb, 'returns', '[]'::jsonb, 'disputeOpen', null, 'tags', '[]'::jsonb), '\\x00'
       FROM (SELECT n, now() - (($2::int - n) * interval '47 seconds') - interval '9 days' AS at
               FROM generate_series(1, $2::int) n) g`,
  );
  await run(
    `INSERT INTO decisions (id, case_id, at, kind, policy_version, decision, facts)
     SELECT md5('decision' || n)::uuid, c.id, c.updated_at, 'settle', $3::uuid,
            jsonb_build_object('verdict', CASE WHEN n % 9 = 0 THEN 'refused' ELSE 'granted' END, 'action', 'refund',
              'clauses', CASE WHEN n % 9 = 0 THEN '["P25"]'::jsonb ELSE '["P24","P26"]'::jsonb END,
              'reasons', '[{"clause":"P24","because":"the test found what the customer said"}]'::jsonb, 'missing', '[]'::jsonb,
              'warnings', '[]'::jsonb, 'units', '[]'::jsonb, 'rmaDeadline', null, 'estimate', null, 'reimbursement', null,
              'refund', null, 'factsDigest', md5('facts' || n)), '{}'
       FROM generate_series(1, $2::int) n JOIN cases c ON c.id = ${CASE_ID} AND c.shop = $1`,
    policy,
  );
  await run(
    `INSERT INTO entries (id, case_id, shop, seq, at, "by", by_name, event, "from", "to", text, clauses, digest, salt, seal)
     SELECT md5('entry' || n || '.' || s)::uuid, c.id, $1, s, c.created_at + s * interval '1 hour', 'system', 'Makegood',
            (ARRAY['return.open','parcel-received','unit.inspect'])[s], NULL, NULL, 'what happened then, in one sentence',
            '{P24}', md5('digest' || n || s), NULL, md5('seal' || n || s)
       FROM generate_series(1, $2::int) n JOIN cases c ON c.id = ${CASE_ID}, generate_series(1, 3) s`,
  );
  await run(
    `INSERT INTO effects (id, shop, case_id, key, kind, payload, state, attempts, created_at, updated_at)
     SELECT md5('effect' || n)::uuid, $1, c.id, 'seed-' || n, 'mail.send',
            jsonb_build_object('kind', 'mail.send', 'caseId', c.id, 'template', 'refund-made', 'intentId', null), 'done', 1,
            c.updated_at, c.updated_at
       FROM generate_series(1, $2::int) n JOIN cases c ON c.id = ${CASE_ID}`,
  );
};
