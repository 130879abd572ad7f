import { SHIPMENT_STATUSES } from '../actions/fulfill.ts';
import type { Fulfillment, Order, Refund, Return, Shop } from '../model/model.ts';
import { add } from '../model/money.ts';
import {
  currentOf,
  currentQuantity,
  financialStatus,
  fulfilledOf,
  lineTotal,
  outstandingOf,
  paymentsOf,
  taxOf,
  totalsOf,
  unfulfilledOf,
} from '../model/order-sums.ts';
import type { World } from '../model/world.ts';
import { restFulfillmentStatus } from '../rest/rest-order.ts';
import { type Html, html } from './html.ts';
import { adminPage } from './layout.ts';
import { amount, badge, when } from './orders-page.ts';

const titleOf = (order: Order, lineId: string): string =>
  order.lines.find((line) => line.id === lineId)?.title ?? 'Item';

const linesCard = (order: Order): Html => html`<section class="card"><h2>Items</h2>
<table><thead><tr><th>Item</th><th class="number">Units</th><th class="number">Shipped</th><th class="number">Total</th><th class="number">Tax</th><th>Choose</th></tr></thead><tbody>
${order.lines.map(
  (
    line,
  ) => html`<tr><td>${line.title}<br><span class="soft">${line.sku ?? 'no SKU'}${line.fulfillmentService === 'manual' ? '' : ` · ${line.fulfillmentService}`}</span></td>
<td class="number">${currentQuantity(line)}${currentQuantity(line) === line.quantity ? '' : html` <span class="soft">of ${line.quantity}</span>`}</td>
<td class="number">${fulfilledOf(order, line.id)}${unfulfilledOf(order, line.id) > 0 ? html` <span class="soft">${unfulfilledOf(order, line.id)} open</span>` : ''}</td>
<td class="number">${amount(order, lineTotal(line))}</td><td class="number">${amount(order, taxOf(line.taxLines))}</td>
<td><input data-line="${line.id}" type="number" min="0" max="${line.quantity}" value="0" aria-label="Units of ${line.title}"></td></tr>`,
)}
</tbody></table><p class="soft">Choose units for the buttons beside; with none chosen they take all there are.</p></section>`;

const parcelCard = (shop: Shop, order: Order, fulfillment: Fulfillment): Html => html`<section class="card">
<h2>Parcel ${fulfillment.name} ${badge(fulfillment.shipmentStatus ?? fulfillment.status)}</h2>
<p>${fulfillment.lines.map((line) => `${line.quantity} × ${titleOf(order, line.lineId)}`).join(', ')}<br>
<span class="soft">shipped ${when(fulfillment.createdAt, shop)}${fulfillment.tracking[0]?.number ? ` · ${fulfillment.tracking[0].company ?? ''} ${fulfillment.tracking[0].number}` : ''}</span></p>
<ol class="events">${fulfillment.events.map((event) => html`<li>${event.status.replace(/_/g, ' ')} · ${when(event.happenedAt, shop)}${event.city ? ` · ${event.city}` : ''}</li>`)}</ol>
${
  fulfillment.status === 'success' &&
  html`<form data-call="/fulfillments/${fulfillment.id}/events"><label>Carrier event <select name="status">${SHIPMENT_STATUSES.map(
    (status) => html`<option ${status === 'delivered' ? 'selected' : ''}>${status}</option>`,
  )}</select></label><button>Carrier event</button></form>`
}
</section>`;

const returnCard = (shop: Shop, order: Order, ret: Return): Html => html`<section class="card">
<h2>Return ${ret.name} ${badge(ret.status)}</h2>
<p>${ret.lines.map((line) => `${line.quantity} × ${titleOf(order, line.lineId)} (${line.reason.toLowerCase().replace(/_/g, ' ')}), ${line.processed} processed`).join('; ')}<br>
<span class="soft">made ${when(ret.createdAt, shop)}${ret.shippingFee ? ` · return shipping fee ${amount(order, ret.shippingFee.amount)}` : ''}</span></p>
${ret.lines.map((line) => line.customerNote && html`<p>“${line.customerNote}”</p>`)}
${ret.reverseOrders.flatMap((rfo) => [
  ...rfo.deliveries.map(
    (delivery) => html`<p class="soft">on its way back: ${delivery.tracking.number ?? 'no number'}</p>`,
  ),
  ...rfo.lines.flatMap((line) =>
    line.dispositions.map(
      (made) => html`<p class="soft">${made.quantity} ${made.type.toLowerCase().replace(/_/g, ' ')}</p>`,
    ),
  ),
])}
</section>`;

const refundCard = (shop: Shop, order: Order, refund: Refund): Html => {
  const transactions = order.transactions.filter((transaction) => transaction.refundId === refund.id);
  const moved = add(...transactions.map((transaction) => transaction.amount));
  return html`<section class="card"><h2>Refund of ${amount(order, moved)}</h2>
<p>${refund.lines.map((line) => `${line.quantity} × ${titleOf(order, line.lineId)} (${line.restockType.replace(/_/g, ' ')})`).join(', ') || 'no items'}${
    refund.shipping.length > 0
      ? `, shipping ${amount(order, add(...refund.shipping.map((part) => part.subtotal)))}`
      : ''
  }${refund.fees.pres > 0 ? `, fees withheld ${amount(order, refund.fees)}` : ''}<br>
<span class="soft">${when(refund.createdAt, shop)}${refund.note ? ` · ${refund.note}` : ''}</span></p>
<ol class="events">${transactions.map((transaction) => html`<li>${transaction.gateway}: ${amount(order, transaction.amount)} ${transaction.status}</li>`)}</ol></section>`;
};

const moneyCard = (order: Order): Html => {
  const totals = totalsOf(order);
  const payments = paymentsOf(order);
  const line = (label: string, bag: { pres: number }) => html`<dt>${label}</dt><dd>${amount(order, bag)}</dd>`;
  return html`<section class="card"><h2>Payment ${badge(financialStatus(order))}</h2><dl>
${line('Items', totals.lineItems)}${totals.discounts.pres > 0 && line('Discounts', { pres: -totals.discounts.pres })}
${line('Shipping', totals.shippingBefore)}${line(order.taxesIncluded ? 'Tax (included)' : 'Tax', totals.tax)}
${totals.duties.pres > 0 && line('Duties', totals.duties)}${order.tips.pres > 0 && line('Tip', order.tips)}
<dt class="sum">Total</dt><dd class="sum">${amount(order, totals.total)}</dd>
${line('Received', payments.received)}${line('Refunded', payments.refunded)}
${line('Worth now', currentOf(order).total)}${outstandingOf(order).pres > 0 && line('Outstanding', outstandingOf(order))}
</dl></section>`;
};

const actionsCard = (order: Order): Html => {
  const base = `/orders/${order.id}`;
  const open = order.lines.some((line) => unfulfilledOf(order, line.id) > 0);
  const shipped = order.fulfillments.some((fulfillment) => fulfillment.status === 'success');
  return html`<section class="card"><h2>By hand</h2>
${
  open &&
  html`<form data-call="${base}/fulfill" data-lines><label>Tracking number <input name="tracking" placeholder="1Z…"></label><button class="primary">Ship it</button></form>`
}
${
  shipped &&
  html`<form data-call="${base}/return-request" data-lines><label>Reason <select name="reason"><option value="defective">defective</option><option value="unwanted">unwanted</option><option value="wrong_item">wrong item</option><option value="not_as_described">not as described</option></select></label><label>Note <input name="note"></label><button>Request a return</button></form>`
}
<form data-call="${base}/refund" data-lines><label>Amount <input name="amount" placeholder="of the chosen items" inputmode="decimal"></label><label class="check"><input type="checkbox" name="shipping"> shipping</label><button>Refund</button></form>
${
  order.cancelledAt === null &&
  html`<form data-call="${base}/cancel"><label>Reason <select name="reason"><option>customer</option><option>inventory</option><option>fraud</option><option>other</option></select></label><button class="danger">Cancel</button></form>`
}
<form data-call="${base}/dispute"><label>Chargeback <select name="status"><option>needs_response</option><option>under_review</option><option>won</option><option>lost</option></select></label><button>Set</button></form>
${order.fulfillmentOrders
  .filter((fo) => fo.requestStatus === 'cancellation_requested')
  .map(
    (fo) => html`<p>${fo.service} was asked to stop.</p>
<form data-call="/fulfillment-orders/${fo.id}/cancellation"><input type="hidden" name="x" value=""><label class="check"><input type="checkbox" name="accept" checked> accept</label><button>Answer</button></form>`,
  )}
</section>`;
};

const customerCard = (world: World, order: Order): Html => {
  const customer = order.customerId ? world.customers.get(order.customerId) : undefined;
  const address = order.shippingAddress;
  return html`<section class="card"><h2>Customer</h2>
<p>${[customer?.firstName, customer?.lastName].filter(Boolean).join(' ') || 'No customer'}<br>${order.email}<br>${order.phone}</p>
${address && html`<p class="soft">${[address.address1, address.city, address.zip, address.country].filter(Boolean).join(', ')}</p>`}
${order.tags.length > 0 && html`<p>${order.tags.map((tag) => html`<span class="badge">${tag}</span> `)}</p>`}
${order.fulfillmentOrders.flatMap((fo) => fo.holds.map((hold) => html`<p>${badge('on hold')} ${hold.reason.toLowerCase().replace(/_/g, ' ')} ${hold.notes}</p>`))}
${order.disputes.map((dispute) => html`<p><span class="badge bad">${dispute.type}</span> ${dispute.status.replace(/_/g, ' ')}</p>`)}
</section>`;
};

/** One order as a person sees it, with what they can do to it. */
export const orderPage = (world: World, shop: Shop, defaultShop: string, order: Order): string =>
  adminPage({
    title: order.name,
    section: 'orders',
    shop,
    defaultShop,
    script: 'orders.js',
    body: html`<main><div class="wrap"><p><a class="back" href="/shopify/admin/orders${shop.domain === defaultShop ? '' : `?shop=${shop.domain}`}">← Orders</a></p>
<h1>${order.name} ${badge(financialStatus(order))} ${order.cancelledAt === null ? badge(restFulfillmentStatus(order) ?? 'unfulfilled') : badge('cancelled')}</h1>
<p class="soft">${when(order.createdAt, shop)} · ${order.presentmentCurrency}${order.cancelReason ? ` · cancelled (${order.cancelReason})` : ''}${order.note ? ` · “${order.note}”` : ''}</p>
<div id="problem" role="alert" hidden></div>
<div class="columns"><div>
${linesCard(order)}
${order.fulfillments.map((fulfillment) => parcelCard(shop, order, fulfillment))}
${order.returns.map((ret) => returnCard(shop, order, ret))}
${order.refunds.map((refund) => refundCard(shop, order, refund))}
</div><div>${actionsCard(order)}${moneyCard(order)}${customerCard(world, order)}</div></div></div></main>`,
  });
