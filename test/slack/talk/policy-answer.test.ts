import { expect, it } from 'vitest';
import { interpret } from '../../../slack/interpret/index.ts';
import { policyAnswer } from '../../../slack/talk/policy-answer.ts';

it.each([
  ["who pays the postage if it's our mistake?", 'P16'],
  ['do we refund shipping for defective products?', 'P26'],
  ['how many days does a customer have to send back a defective item?', 'P21'],
  ['what does our policy say about missing parts', 'P33'],
  ['is there a warranty?', 'P23'],
  ['what does P12 say about the policy', 'P12'],
  ['what if a product is out of stock?', 'P9'],
])('%s → %s', (text, clause) => {
  const meaning = interpret(text);
  expect(meaning.intent).toBe('policy.ask');
  expect(policyAnswer(meaning.intent === 'policy.ask' ? (meaning.topic ?? '') : '')).toContain(`(${clause})`);
});

it('names first whose mistake it was', () => {
  expect(policyAnswer("who pays the postage if it's our mistake?")).toMatch(/says:\n[^\n]*\(P16\)/);
  expect(policyAnswer("who pays the postage if it is the customer's mistake?")).toMatch(/says:\n[^\n]*\(P1\)/);
});

it('says so where no clause fits', () => {
  expect(policyAnswer('xyzzy')).toContain('no clause about that');
});
