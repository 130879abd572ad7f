import type { OrderView } from '../../../../policy/app/read-model.ts';
import { amountOf } from '../../../../policy/decide/paid.ts';
import type { LineFacts, OrderFacts } from '../../../../policy/facts/order-facts.ts';
import type { Order, OrderLine, OrderWithCases } from '../contract/order.ts';

/** Fulfilments that never happened do not count as shipped. */
const NOT_SHIPPED: readonly OrderFacts['fulfillments'][number]['status'][] = ['cancelled', 'error', 'failure'];

const unitsShipped = (order: OrderFacts, line: LineFacts): number =>
  order.fulfillments
    .filter((fulfillment) => !NOT_SHIPPED.includes(fulfillment.status))
    .flatMap((fulfillment) => fulfillment.lines)
    .filter((shipped) => shipped.lineItemId === line.id)
    .reduce((sum, shipped) => sum + shipped.quantity, 0);

const lineView = (order: OrderFacts, line: LineFacts): OrderLine => ({
  id: line.id,
  title: line.title,
  variantTitle: line.variantTitle,
  sku: line.sku,
  quantity: line.quantity,
  currentQuantity: line.currentQuantity,
  unitsShipped: unitsShipped(order, line),
  unitPrice: line.unitPrice,
  discount: line.discount,
  total: line.total,
});

const shippingStatus = (order: OrderFacts): Order['shippingStatus'] => {
  const physical = order.lines.filter((line) => line.requiresShipping);
  if (physical.length === 0) return 'nothing-to-ship';
  const shipped = physical.map((line) => unitsShipped(order, line));
  if (shipped.every((units) => units === 0)) return 'unshipped';
  // Units that were refunded before they shipped are no longer owed.
  return physical.every((line, at) => (shipped[at] ?? 0) >= line.currentQuantity) ? 'shipped' : 'part-shipped';
};

export const orderView = (order: OrderFacts): Order => ({
  id: order.id,
  name: order.name,
  createdAt: order.createdAt,
  cancelledAt: order.cancelledAt,
  currency: order.currency,
  total: amountOf(order),
  shipping: order.shippingLines.reduce((sum, line) => sum + line.total, 0),
  refunded: order.refunds.reduce((sum, refund) => sum + refund.paid, 0),
  financialStatus: order.financialStatus,
  shippingStatus: shippingStatus(order),
  shipTo: order.shipTo,
  disputeOpen: order.disputeOpen,
  lines: order.lines.map((line) => lineView(order, line)),
});

export const orderWithCasesView = (view: OrderView): OrderWithCases => ({
  ...orderView(view.facts),
  customerName: view.customerName,
  openCases: view.openCases.map(({ id, number, kind, state, rma }) => ({ id, number, kind, state, rma })),
});
