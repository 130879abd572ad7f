import { hostParam } from '../auth/session-token.ts';
import type { Shop } from '../model/model.ts';
import { html } from './html.ts';
import { adminPage } from './layout.ts';

/** The embedded app in its frame. `path` is a path of the app. */
export const framePage = (shop: Shop, defaultShop: string, makegoodUrl: string, path: string): string =>
  adminPage({
    title: 'Makegood',
    section: 'app',
    shop,
    defaultShop,
    script: 'frame.js',
    attributes: html`data-makegood="${makegoodUrl}" data-path="${path}" data-shop="${shop.domain}" data-default-shop="${defaultShop}" data-host="${hostParam(shop.domain)}"`,
    body: html`<main class="framed">
<div class="app-head"><span class="dot"></span><span id="app-title">Makegood</span></div>
<iframe name="app" title="Makegood" allow="clipboard-write"></iframe>
<div id="save-bar" hidden><span>Unsaved changes</span><button data-press="discard">Discard</button><button class="primary" data-press="save">Save</button></div>
<div id="toasts" aria-live="polite"></div>
</main>`,
  });
