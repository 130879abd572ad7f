export { CLAUSE_IDS, CLAUSES, type ClauseId, clauseNumber, sortClauses } from './clauses.ts';
export { deadlineAfter } from './days/deadline.ts';
export { formatInstant, parseInstant, parseTimeZone } from './days/instants.ts';
export { localDate } from './days/local-day.ts';
export { type Answer, errorAnswer, toAnswer } from './decide/answer.ts';
export { decide } from './decide/decide.ts';
export { canonicalJson, digestOf, requestDigest } from './decide/digest.ts';
export { type Ledger, type LineLedger, ledgerOf } from './decide/ledger.ts';
export { leftToRefund, receivedOf, refundedOf } from './decide/paid.ts';
export { parseAsk } from './decide/parse-ask.ts';
export { parseRequest } from './decide/parse-request.ts';
export * from './decision.ts';
export { POLICY_ERRORS, PolicyError, type PolicyErrorCode } from './errors.ts';
export { ORDER_FACTS_FRAGMENT, ORDER_FACTS_LIMITS } from './facts/admin-order.graphql.ts';
export { parseAdminOrder } from './facts/admin-order.ts';
export { parseJson, stringifyJson } from './facts/json.ts';
export * from './facts/order-facts.ts';
export { parseWebhookOrder } from './facts/webhook-order.ts';
export { formatDeadline, formatMoney } from './format.ts';
export { allocate, unitShares } from './money/allocate.ts';
export { minorDigits, parseCurrency } from './money/currencies.ts';
export { formatDecimal, parseAmount, parseDecimal } from './money/decimal.ts';
export { type Currency, type Minor, type Money, money, plus, sum } from './money/money.ts';
export {
  DEFAULT_SETTINGS,
  parseSettings,
  resolveSettings,
  SETTING_NAMES,
  SETTINGS,
  type SettingName,
  type Settings,
  settingsDiff,
} from './settings.ts';
