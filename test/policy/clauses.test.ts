import { describe, expect, it } from 'vitest';
import { CLAUSE_IDS, CLAUSES, sortClauses } from '../../policy/index.ts';
import { CANCEL_RULES } from '../../policy/rules/cancel.ts';
import { RETURN_RULES } from '../../policy/rules/return.ts';
import { INSPECTION_RULES } from '../../policy/rules/settle-inspection.ts';
import { MONEY_RULES } from '../../policy/rules/settle-money.ts';
import { PARCEL_RULES } from '../../policy/rules/settle-parcel.ts';
import { STOCK_OUT_RULES } from '../../policy/rules/stock-out.ts';

const cited = new Set(
  [...CANCEL_RULES, ...STOCK_OUT_RULES, ...RETURN_RULES, ...PARCEL_RULES, ...INSPECTION_RULES, ...MONEY_RULES].map(
    (rule) => rule.clause,
  ),
);

describe('clauses', () => {
  it('are P1 to P38, in order', () => {
    expect(CLAUSE_IDS).toEqual(Array.from({ length: 38 }, (_, i) => `P${i + 1}`));
  });

  it('say whether a rule decides by them', () => {
    expect(CLAUSE_IDS.filter((id) => CLAUSES[id].decides)).toEqual(sortClauses([...cited]));
  });

  it('stand in the sequence of the merchant’s text', () => {
    const sections = [
      'Policy',
      'Products out of stock',
      'Non-defective products',
      'Defective products',
      'RMA Procedure',
    ];
    const places = CLAUSE_IDS.map((id) => sections.indexOf(CLAUSES[id].source.section) * 10 + CLAUSES[id].source.item);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('are one plain sentence each, none twice', () => {
    const sentences = CLAUSE_IDS.map((id) => CLAUSES[id].sentence);
    expect(new Set(sentences).size).toBe(38);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
  });

  it('sort by number and not by letter', () => {
    expect(sortClauses(['P11', 'P9', 'P11', 'P2'])).toEqual(['P2', 'P9', 'P11']);
  });
});
