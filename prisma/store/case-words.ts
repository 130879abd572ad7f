import type { CaseRecord } from '../../policy/app/records.ts';
import { prepared, type Queryable } from './statement.ts';

/**
 * Words of the products a case is about, as it is found by them: each title as a whole, and each of its words of three
 * letters and more. Product names are the shop's own, so they are kept as they are.
 */
const WORDS = `
INSERT INTO case_keys (shop, key, case_id)
SELECT DISTINCT $1, w.key, c.id
  FROM cases c
  JOIN orders o ON o.shop = c.shop AND o.id = c.order_id,
       jsonb_array_elements(o.facts->'lines') line,
       LATERAL (
         SELECT upper(regexp_replace(line->>'title', '[^[:alnum:]]', '', 'g')) AS key
         UNION
         SELECT upper(regexp_split_to_table(concat_ws(' ', line->>'title', line->>'variantTitle'), '[^[:alnum:]]+'))
         UNION
         SELECT upper(regexp_replace(line->>'sku', '[^[:alnum:]]', '', 'g'))
       ) w
 WHERE c.shop = $1 AND c.id = ANY($2::uuid[]) AND length(w.key) BETWEEN 3 AND 80
   AND (jsonb_typeof(c.data->'lines') IS DISTINCT FROM 'array'
        OR c.data->'lines' @> jsonb_build_array(jsonb_build_object('lineItemId', line->>'id')))
ON CONFLICT DO NOTHING`;

/** Once, when a case is opened: what it is about does not change. */
export const writeWords = (db: Queryable, shop: string, cases: readonly CaseRecord[]): readonly Promise<unknown>[] => {
  const fresh = cases.filter(({ version }) => version === 1).map(({ id }) => id);
  return fresh.length === 0 ? [] : [prepared(db, 'case_keys.words', WORDS, [shop, fresh])];
};
