import { returnStatus } from '../graphql/nodes/order.ts';
import type { Order, Shop } from '../model/model.ts';
import { decimal } from '../model/money.ts';
import { financialStatus, totalsOf } from '../model/order-sums.ts';
import type { World } from '../model/world.ts';
import { restFulfillmentStatus } from '../rest/rest-order.ts';
import { data, type Html, html } from './html.ts';
import { adminPage } from './layout.ts';
import { PRESETS } from './presets.ts';

const TONES: Readonly<Record<string, string>> = {
  paid: 'good',
  fulfilled: 'good',
  delivered: 'good',
  success: 'good',
  closed: 'good',
  authorized: 'wait',
  pending: 'wait',
  partial: 'wait',
  unfulfilled: 'wait',
  requested: 'wait',
  open: 'info',
  in_transit: 'info',
  out_for_delivery: 'info',
  failure: 'bad',
  attempted_delivery: 'bad',
  cancelled: 'bad',
};

export const badge = (status: string): Html =>
  html`<span class="badge ${TONES[status] ?? ''}">${status.replace(/_/g, ' ')}</span>`;

export const when = (at: number, shop: Shop): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone: shop.timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at);

export const amount = (order: Order, bag: { pres: number }): string =>
  `${decimal(bag.pres, order.presentmentCurrency)} ${order.presentmentCurrency}`;

const row = (world: World, shop: Shop, order: Order): Html => {
  const customer = order.customerId ? world.customers.get(order.customerId) : undefined;
  const name = [customer?.firstName, customer?.lastName].filter(Boolean).join(' ');
  const returned = returnStatus(order);
  return html`<tr>
<td><a href="/shopify/admin/orders/${order.id}">${order.name}</a></td>
<td>${when(order.createdAt, shop)}</td>
<td>${name || 'No customer'}</td>
<td class="number">${amount(order, totalsOf(order).total)}</td>
<td>${badge(financialStatus(order))}</td>
<td>${order.cancelledAt === null ? badge(restFulfillmentStatus(order) ?? 'unfulfilled') : badge('cancelled')}</td>
<td>${returned === 'NO_RETURN' ? '' : badge(returned.toLowerCase())}</td>
<td>${order.lines.map((line) => `${line.quantity} × ${line.title}`).join(', ')}</td>
</tr>`;
};

const newOrder = (shop: Shop): Html => html`<section class="card"><h2>New order</h2>
<form data-new-order>
<input type="hidden" name="shop" value="${shop.domain}">
<label>What <select name="preset">${PRESETS.map(({ label }, index) => html`<option value="${index}">${label}</option>`)}</select></label>
<label>Customer <input name="name" value="Robin Example" required></label>
<label>E-mail <input name="email" type="email" value="robin@example.com" required></label>
<button class="primary">Place order</button>
</form>
<script type="application/json" id="presets">${data(PRESETS)}</script></section>`;

/** All orders, the newest first. */
export const ordersPage = (world: World, shop: Shop, defaultShop: string): string => {
  const orders = world.ofShop(shop).sort((a, b) => b.number - a.number);
  return adminPage({
    title: 'Orders',
    section: 'orders',
    shop,
    defaultShop,
    script: 'orders.js',
    body: html`<main><div class="wrap"><h1>Orders</h1><p class="soft">What customers bought, and what a person can do by hand in Shopify.</p>
<div id="problem" role="alert" hidden></div>
${newOrder(shop)}
<section class="card"><table><thead><tr><th>Order</th><th>Date</th><th>Customer</th><th class="number">Total</th><th>Payment</th><th>Fulfilment</th><th>Return</th><th>Items</th></tr></thead>
<tbody>${orders.map((order) => row(world, shop, order))}</tbody></table>
${orders.length === 0 && html`<p class="soft">No orders yet: place one above.</p>`}</section></div></main>`,
  });
};

/** Stock, which the buttons change. */
export const productsPage = (world: World, shop: Shop, defaultShop: string): string => {
  const home = world.locationsOf(shop).find((location) => location.service === 'manual');
  const products = [...world.products.values()].filter((product) => product.shop === shop.domain);
  return adminPage({
    title: 'Products',
    section: 'products',
    shop,
    defaultShop,
    script: 'orders.js',
    body: html`<main><div class="wrap"><h1>Products</h1><p class="soft">Stock at ${home?.name ?? 'the shop'}; below zero means sold but not there.</p>
<div id="problem" role="alert" hidden></div>
<section class="card"><table><thead><tr><th>Product</th><th>SKU</th><th class="number">Price</th><th class="number">Available</th><th class="number">Committed</th><th>Set</th></tr></thead><tbody>
${products.flatMap((product) =>
  product.variants.map((variant) => {
    const level = home ? world.levelOf(variant.inventoryItemId, home.id) : null;
    return html`<tr><td>${product.title}</td><td>${variant.sku}</td><td class="number">${decimal(variant.price, shop.currency)}</td>
<td class="number">${level?.available}</td><td class="number">${level?.committed}</td>
<td><form data-stock="${variant.inventoryItemId}"><input type="number" name="available" value="${level?.available}" aria-label="Available ${product.title}"><button>Set</button></form></td></tr>`;
  }),
)}
</tbody></table></section></div></main>`,
  });
};
