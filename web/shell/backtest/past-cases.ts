import type { PastCaseRecord } from '../../../policy/app/policy.ts';
import { naturalAsks, type PastCase } from '../../../policy/backtest/index.ts';
import type { DecisionRequest, ShopFacts } from '../../../policy/decision.ts';
import { PolicyError } from '../../../policy/errors.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import type { Settings } from '../../../policy/settings.ts';

export type Asking = Readonly<{
  shop: ShopFacts;
  /** Of the version in force. */
  settings: Settings;
  /** Nothing is asked later than this, ISO 8601. */
  now: string;
}>;

/** The questions that an order stands for; none where its facts contradict each other. */
export const questionsOf = (order: OrderFacts, { shop, settings, now }: Asking): readonly PastCase[] => {
  try {
    return naturalAsks(order, settings, now).map(({ about, now: asked, order: then, ask }) => ({
      label: order.name,
      about: { orderId: order.id, caseId: null, ask: about },
      request: { now: asked, shop, order: then, ask },
    }));
  } catch (error) {
    if (error instanceof PolicyError) return [];
    throw error;
  }
};

const isRequest = (value: unknown): value is Omit<DecisionRequest, 'settings'> =>
  typeof value === 'object' &&
  value !== null &&
  'now' in value &&
  'shop' in value &&
  'order' in value &&
  'ask' in value;

/** The questions that really were asked about a case, as they were asked then. */
export const questionsOfCase = ({ caseId, number, orderId, requests }: PastCaseRecord): readonly PastCase[] =>
  requests.filter(isRequest).map(({ now, shop, order, ask }) => ({
    label: String(number),
    about: { orderId, caseId, ask: `real.${ask.kind}` },
    request: { now, shop, order, ask },
  }));
