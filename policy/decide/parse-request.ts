import { parseInstant, parseTimeZone } from '../days/instants.ts';
import type { DecisionRequest } from '../decision.ts';
import { PolicyError, quoted } from '../errors.ts';
import { stringifyJson } from '../facts/json.ts';
import { parseWebhookOrder } from '../facts/webhook-order.ts';
import { parseCurrency } from '../money/currencies.ts';
import { parseSettings, type Settings } from '../settings.ts';
import { Fields } from './fields.ts';
import { parseAsk } from './parse-ask.ts';

/** More would be a new policy with every line. */
const MOST_SETTINGS = 100;
const settingsByText = new Map<string, Settings>();

/** Lines of one file mostly ask under the same settings: parsed once, so that what is reckoned from them is kept too. */
const settingsOf = (json: unknown): Settings => {
  const text = stringifyJson(json) ?? '';
  const before = settingsByText.get(text);
  if (before !== undefined) return before;
  const settings = parseSettings(json);
  if (settingsByText.size >= MOST_SETTINGS) settingsByText.clear();
  settingsByText.set(text, settings);
  return settings;
};

/**
 * A question from outside (`npm run decide`): the order as Shopify posts it, settings as far as they differ, amounts as
 * decimal strings.
 * @param json read with `parseJson`, so that large ids are exact
 * @throws PolicyError with the path of what is wrong, e.g. `ask.lines[0].quantity`
 */
export const parseRequest = (json: unknown): DecisionRequest => {
  const request = Fields.of(json, '');
  request.noneMisspelt('now', 'shop', 'settings', 'order', 'ask');
  const now = request.needText('now');
  parseInstant(now, 'now');
  const shop = request.needChild('shop');
  shop.noneMisspelt('timeZone', 'country', 'currency');
  const country = shop.needText('country');
  if (!/^[A-Z]{2}$/.test(country)) {
    throw new PolicyError(
      'input/unknown-value',
      'shop.country',
      `expected a country like "US", got ${quoted(country)}`,
    );
  }
  const timeZone = parseTimeZone(shop.value.timeZone, 'shop.timeZone');
  const currency = parseCurrency(shop.value.currency, 'shop.currency');
  const settings = settingsOf(request.value.settings);
  const { facts: order } = parseWebhookOrder(request.value.order);
  return {
    now,
    shop: { timeZone, country, currency },
    settings,
    order,
    ask: parseAsk(request.value.ask, order.currency),
  };
};
