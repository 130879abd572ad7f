import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ORDER_FACTS_FRAGMENT } from '../../policy/index.ts';

/** The part of Shopify's own schema that this product touches. */
const SCHEMA = new URL('../sandbox/schema/admin-2026-10.graphql', import.meta.url);

describe('what facts are read from', () => {
  const problems = (fragment: string) => {
    const query = parse(`query($id: ID!) { order(id: $id) { ...OrderFacts } } ${fragment}`);
    return validate(buildSchema(readFileSync(SCHEMA, 'utf8'), { assumeValid: true }), query).map((e) => e.message);
  };

  it('is a selection that the Admin API 2026-10 knows', () => {
    expect(problems(ORDER_FACTS_FRAGMENT)).toEqual([]);
  });

  it('and the check would notice one that it does not know', () => {
    expect(problems(ORDER_FACTS_FRAGMENT.replace('createdAt', 'madeAt'))).toHaveLength(1);
  });

  it('uses nothing that Shopify has deprecated', () => {
    const fields = ORDER_FACTS_FRAGMENT.match(/\b(fulfillableQuantity|totalPrice|customerJourney|discountedTotal)\b/g);
    expect(fields).toBeNull();
  });
});
