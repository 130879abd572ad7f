import { instant, needInstant } from './amounts.ts';
import type { FulfillmentFacts } from './order-facts.ts';
import { children, id, type Node, needCount, needId, text, word } from './read.ts';

export const FULFILLMENT_STATUSES = ['pending', 'open', 'success', 'cancelled', 'error', 'failure'] as const;

/** No decision rests on the id of a parcel, a refund or a payment: one without is not refused. */
export const UNNUMBERED = '0';

const list = (node: Node, plural: string, single: string): string[] => {
  const many = node.value[plural];
  const values = Array.isArray(many) && many.length > 0 ? many : [node.value[single]];
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
};

/** A parcel of a REST order. Shopify gives no delivery date there. */
export const webhookFulfillment = (node: Node, tipIds: ReadonlySet<string>): FulfillmentFacts => {
  const numbers = list(node, 'tracking_numbers', 'tracking_number');
  const urls = list(node, 'tracking_urls', 'tracking_url');
  return {
    id: id(node, 'id') ?? UNNUMBERED,
    status: word(node, 'status', FULFILLMENT_STATUSES) ?? 'success',
    createdAt: instant(node, 'created_at') ?? needInstant(node, 'updated_at'),
    lines: children(node, 'line_items')
      .map((line) => ({
        lineItemId: needId(line, 'id'),
        quantity: needCount(line, 'quantity'),
        fulfillmentLineItemId: null,
      }))
      .filter((line) => !tipIds.has(line.lineItemId)),
    shipmentStatus: text(node, 'shipment_status')?.toLowerCase() ?? null,
    deliveredAt: instant(node, 'delivered_at'),
    tracking: numbers.map((number, i) => ({
      company: text(node, 'tracking_company'),
      number,
      url: urls[i] ?? null,
    })),
  };
};
