import type { NewDecision } from '../../policy/app/store.ts';
import { decide } from '../../policy/decide/decide.ts';
import type { Ask, Decision, DecisionRequest } from '../../policy/decision.ts';
import type { Context, World } from './handler.ts';

/** The policy's answer for the world as it was loaded, and the request it answers: enough to ask again. */
export const askPolicy = (
  world: World,
  ask: Ask,
  context: Pick<Context, 'now'>,
): { decision: Decision; request: Omit<DecisionRequest, 'settings'> } => {
  if (world.order === null) throw new Error('the policy was asked without an order');
  const request = {
    now: context.now,
    shop: { timeZone: world.shop.timeZone, country: world.shop.country, currency: world.shop.currency },
    order: world.order.facts,
    ask,
  };
  const policy = { version: world.version.number, digest: world.version.digest };
  return { decision: decide({ ...request, settings: world.settings, policy }), request };
};

export const newDecision = (
  context: Context,
  caseId: string,
  world: World,
  kind: string,
  answer: { decision: Decision; request: unknown },
): NewDecision => ({
  id: context.ids.id(),
  caseId,
  at: context.now,
  kind,
  policyVersion: world.version.id,
  decision: answer.decision,
  facts: answer.request,
});

/** Reasons as one sentence: "P12 the parcel has left; P14 it may be sent back". */
export const sentence = (decision: Decision): string =>
  decision.reasons.map((reason) => `${reason.clause} ${reason.because}`).join('; ');
