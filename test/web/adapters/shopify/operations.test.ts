import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GENERATED_FILE, generateTypes } from '../../../../web/adapters/shopify/codegen.ts';
import { OPERATIONS } from '../../../../web/adapters/shopify/operations/index.ts';
import { problemsOf } from './schema-check.ts';

/** Only documents are looked at here: what each is sent is checked where it is called. */
const withoutVariables = (problem: string) => !problem.startsWith('Variable "$');

describe.each(OPERATIONS)('$name', ({ kind, name, text }) => {
  it("is valid in Shopify's schema", () => {
    expect(problemsOf(text).filter(withoutVariables)).toEqual([]);
  });

  it('is the one operation of its document', () => {
    expect(text.match(/^\s*(query|mutation)\s/gm)).toEqual([expect.stringContaining(kind)]);
    expect(text).toContain(name);
  });
});

it('has a name of its own each', () => {
  expect(new Set(OPERATIONS.map(({ name }) => name)).size).toBe(OPERATIONS.length);
});

it('sends every refund under a key', () => {
  for (const { text } of OPERATIONS)
    if (text.includes('refundCreate')) expect(text).toContain('@idempotent(key: $key)');
});

it('has types that are up to date: run `node web/adapters/shopify/codegen.ts` where this fails', async () => {
  expect(await generateTypes()).toBe(readFileSync(GENERATED_FILE, 'utf8'));
});
