import type { Shop } from '../model/model.ts';
import { STAFF } from '../shop.ts';
import { type Html, html } from './html.ts';

export type Section = 'orders' | 'products' | 'app';

/** `?shop=` for every shop but the demo's own. */
export const shopQuery = (shop: Shop, defaultShop: string): string =>
  shop.domain === defaultShop ? '' : `?shop=${shop.domain}`;

/** The frame of Shopify admin: dark bar, navigation, and what the section shows. */
export const adminPage = (
  page: Readonly<{
    title: string;
    section: Section;
    shop: Shop;
    defaultShop: string;
    attributes?: Html;
    script: string;
    body: Html;
  }>,
): string => {
  const query = shopQuery(page.shop, page.defaultShop);
  const current = (section: Section) => (page.section === section ? html`aria-current="page"` : '');
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${page.shop.name} · Shopify (sandbox)</title>
<link rel="stylesheet" href="/shopify/static/admin.css">
<link rel="icon" href="data:,">
</head>
<body ${page.attributes}>
<header class="top">
<a class="brand" href="/">shopify<small>sandbox</small></a>
<span class="search">${page.shop.name} · ${page.shop.domain}</span>
${
  page.section === 'app'
    ? html`<label>Signed in as <select id="staff">${STAFF.map(
        ({ id, name, role }) => html`<option value="${id}">${name} (${role})</option>`,
      )}</select></label>`
    : html`<a class="brand" href="/shopify/admin/apps/makegood${query}">Open Makegood</a>`
}
</header>
<nav aria-label="Shopify admin">
<a href="/shopify/admin/orders${query}" ${current('orders')}>Orders</a>
<a href="/shopify/admin/products${query}" ${current('products')}>Products</a>
<h2>Apps</h2>
<a id="app-home" href="/shopify/admin/apps/makegood${query}" ${current('app')}>Makegood</a>
<div id="app-menu"></div>
</nav>
${page.body}
<script src="/shopify/static/${page.script}"></script>
</body>
</html>
`.text;
};
