import { minorDigits } from '../../../../policy/money/currencies.ts';
import type { Ask, Order } from '../../../edge/admin/contract.ts';
import { parseMoney } from '../../format/parse-money.ts';

/** What the form holds. Quantities by line id; a line that is not in there counts with what is left of it. */
export type WhatIfForm = Readonly<{
  kind: 'cancel' | 'return' | 'stock-out';
  reason: Extract<Ask, { kind: 'return' }>['reason'];
  quantities: Readonly<Record<string, number>>;
  photos: number;
  troubleshootingDone: boolean;
  answer: '' | 'wait' | 'refund';
  /** What sending a free shipment cost, as typed; empty: not known. */
  shippingCost: string;
}>;

export const emptyForm: WhatIfForm = {
  kind: 'cancel',
  reason: 'defective',
  quantities: {},
  photos: 1,
  troubleshootingDone: true,
  answer: '',
  shippingCost: '',
};

/** Most units the question can be about. */
export const mostUnits = (line: Order['lines'][number], kind: WhatIfForm['kind']): number =>
  kind === 'return'
    ? Math.min(line.unitsShipped, line.currentQuantity)
    : Math.max(0, line.currentQuantity - line.unitsShipped);

/** Minor units; undefined: not given; null: what was typed is no amount. */
export const shippingCostOf = (form: Pick<WhatIfForm, 'shippingCost'>, currency: string): number | null | undefined =>
  form.shippingCost.trim() === '' ? undefined : parseMoney(form.shippingCost, minorDigits(currency));

/**
 * The question the form asks.
 * @returns null where no unit is chosen, or an amount is none
 */
export const buildAsk = (form: WhatIfForm, order: Pick<Order, 'lines' | 'currency'>): Ask | null => {
  const most = order.lines.map((line) => ({ line, most: mostUnits(line, form.kind) }));
  const lines = most
    .map(({ line, most: limit }) => ({
      lineItemId: line.id,
      quantity: Math.min(form.quantities[line.id] ?? limit, limit),
    }))
    .filter(({ quantity }) => quantity > 0);
  switch (form.kind) {
    case 'cancel': {
      // Nothing to cancel is a question too: the policy says what to do instead.
      const all = most.every(({ line, most: limit }) => (form.quantities[line.id] ?? limit) >= limit);
      return all ? { kind: 'cancel' } : lines.length === 0 ? null : { kind: 'cancel', lines };
    }
    case 'stock-out':
      return lines.length === 0
        ? null
        : { kind: 'stock-out', lines, ...(form.answer === '' ? {} : { answer: form.answer }) };
    case 'return': {
      const cost = shippingCostOf(form, order.currency);
      if (lines.length === 0 || cost === null) return null;
      return {
        kind: 'return',
        reason: form.reason,
        lines,
        photos: form.photos,
        ...(form.reason === 'defective' ? { troubleshootingDone: form.troubleshootingDone } : {}),
        ...(cost === undefined ? {} : { originalShippingCost: cost }),
      };
    }
  }
};
