import { expect, it } from 'vitest';
import { parseSettings } from '../../../policy/settings.ts';
import { interpret } from '../../../slack/interpret/index.ts';
import { policyAnswer } from '../../../slack/talk/policy-answer.ts';

const published = (settings: Record<string, unknown> = {}) => ({ number: 3, settings: parseSettings(settings) });

it.each([
  ["who pays the postage if it's our mistake?", 'P16'],
  ['do we refund shipping for defective products?', 'P26'],
  ['how many days does a customer have to send back a defective item?', 'P21'],
  ['what does our policy say about missing parts', 'P33'],
  ['is there a warranty?', 'P23'],
  ['what does P12 say about the policy', 'P12'],
  ['what if a product is out of stock?', 'P9'],
  ['do we charge a restocking fee?', 'P12'],
  ['how long do we keep rejected goods?', 'P25'],
])('%s → %s', (text, clause) => {
  const meaning = interpret(text);
  expect(meaning.intent).toBe('policy.ask');
  expect(policyAnswer(meaning.intent === 'policy.ask' ? (meaning.topic ?? '') : '', published())).toContain(
    `(${clause})`,
  );
});

it('names first whose mistake it was', () => {
  expect(policyAnswer("who pays the postage if it's our mistake?", published())).toMatch(
    /says \(version 3\):\n[^\n]*\(P16\)/,
  );
  expect(policyAnswer("who pays the postage if it is the customer's mistake?", published())).toMatch(
    /says \(version 3\):\n[^\n]*\(P1\)/,
  );
});

it('says so where no clause fits', () => {
  expect(policyAnswer('xyzzy', published())).toContain('no clause about that');
});

it('says what the version in force makes of a clause, and what is otherwise in a country', () => {
  const topic = 'how many days does a customer have to send back a defective item?';
  expect(policyAnswer(topic, published())).toContain('valid for 30 days');
  const answer = policyAnswer(topic, published({ 'rma.validDays': 45, markets: { DE: { 'rma.validDays': 60 } } }));
  expect(answer).toMatch(/valid for 45 days.*\(P21\)\n +Germany: Your RMA is valid for 60 days/);
  expect(policyAnswer("who pays the postage if it's our mistake?", published())).toContain('We pay the postage');
});
