import type { Decision, DecisionRequest } from '../decision.ts';
import { PolicyError, quoted } from '../errors.ts';
import { type Context, contextOf } from './context.ts';
import { decideCancel } from './decide-cancel.ts';
import { decideReturn } from './decide-return.ts';
import { decideSettle } from './decide-settle.ts';
import { decideStockOut } from './decide-stock-out.ts';
import { requestDigest } from './digest.ts';
import { policyMark } from './policy-mark.ts';
import type { Draft } from './verdict.ts';

const draftOf = (context: Context, ask: DecisionRequest['ask']): Draft => {
  switch (ask.kind) {
    case 'cancel':
      return decideCancel(context, ask);
    case 'stock-out':
      return decideStockOut(context, ask);
    case 'return':
      return decideReturn(context, ask);
    case 'settle':
      return decideSettle(context, ask);
    default:
      throw new PolicyError(
        'input/unknown-value',
        'ask.kind',
        `expected cancel, stock-out, return or settle, got ${quoted((ask satisfies never as { kind: unknown }).kind)}`,
      );
  }
};

/**
 * The policy's answer to one question. Pure: the same request gives the same decision, and nothing is read but the
 * arguments.
 * @param factsDigest of the request, where it was reckoned before (`requestDigest`)
 * @throws PolicyError where the question itself can't be answered, with the path of what is wrong
 */
export const decide = (request: DecisionRequest, factsDigest?: string): Decision => ({
  ...draftOf(contextOf(request), request.ask),
  policy: policyMark(request),
  factsDigest: factsDigest ?? requestDigest(request),
});
