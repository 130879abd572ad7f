/**
 * Stand-in for Shopify's App Bridge: the same global `shopify`, the same patched `fetch`, talking to the sandbox's admin
 * page, which frames the app. Served as one classic script, first in the document's head.
 */
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const query = new URLSearchParams(location.search);
  /** What the first document was opened with is remembered for the ones after it. */
  const remembered = (name) => {
    const value = query.get(name) ?? sessionStorage.getItem(`shopify-${name}`) ?? '';
    if (value) sessionStorage.setItem(`shopify-${name}`, value);
    return value;
  };
  const shop = remembered('shop');
  const host = remembered('host');
  const apiKey = document.querySelector('meta[name="shopify-api-key"]')?.getAttribute('content') ?? '';

  // Opened outside the admin: Shopify brings the page back into its frame.
  if (window.top === window.self) {
    location.replace(`${origin}/shopify/admin/apps/makegood${location.pathname}?shop=${encodeURIComponent(shop)}`);
    return;
  }

  const waiting = new Map();
  const tell = (type, detail = {}) => window.parent.postMessage({ shopify: type, ...detail }, origin);
  const ask = (type, detail = {}) =>
    new Promise((resolve, reject) => {
      const id = crypto.randomUUID();
      const timer = setTimeout(() => {
        waiting.delete(id);
        reject(new Error(`shopify admin did not answer: ${type}`));
      }, 10_000);
      waiting.set(id, (answer) => {
        clearTimeout(timer);
        waiting.delete(id);
        if (answer.error) reject(new Error(answer.error));
        else resolve(answer.value);
      });
      tell(type, { id, ...detail });
    });

  const element = (target) => (typeof target === 'string' ? document.getElementById(target) : target);

  /** `ui-save-bar` and forms with `data-save-bar`: the buttons live in the admin, what they do lives here. */
  const press = (button) => {
    const bar = document.querySelector('ui-save-bar[data-open]');
    const form = document.querySelector('form[data-save-bar]');
    if (bar) bar.querySelector(button === 'save' ? 'button[variant="primary"]' : 'button:not([variant])')?.click();
    else if (form && button === 'save') form.requestSubmit();
    else if (form) form.reset();
  };

  const navigateTo = (href) => {
    const link = [...document.querySelectorAll('s-app-nav [href], ui-nav-menu [href]')].find(
      (candidate) => candidate.getAttribute('href') === href,
    );
    const event = new CustomEvent('shopify:navigate', { bubbles: true, cancelable: true });
    const goesOn = (link ?? document).dispatchEvent(event);
    if (goesOn) location.assign(href);
  };

  window.addEventListener('message', ({ origin: from, data }) => {
    if (from !== origin || typeof data?.shopify !== 'string') return;
    if (data.shopify === 'answer') waiting.get(data.id)?.(data);
    if (data.shopify === 'navigate') navigateTo(data.href);
    if (data.shopify === 'save-bar') press(data.button);
  });

  let toasts = 0;
  window.shopify = {
    config: { apiKey, shop, host, locale: query.get('locale') ?? 'en', disabledFeatures: [] },
    origin,
    environment: { embedded: true, mobile: false, pos: false },
    ready: Promise.resolve(),
    idToken: () => ask('id-token'),
    user: async () => ask('user'),
    loading: (on = true) => tell('loading', { on: on !== false }),
    toast: {
      show: (message, options = {}) => {
        toasts += 1;
        const id = String(toasts);
        const { isError = false, duration = 5000, action } = options;
        tell('toast', { toast: id, message: String(message), isError, duration, action });
        return id;
      },
      hide: (id) => tell('toast-hide', { toast: id }),
    },
    saveBar: {
      show: async (id) => {
        element(id)?.setAttribute('data-open', '');
        tell('save-bar', { open: true });
      },
      hide: async (id) => {
        element(id)?.removeAttribute('data-open');
        tell('save-bar', { open: false });
      },
      toggle: async (id) => {
        const open = !element(id)?.hasAttribute('data-open');
        element(id)?.toggleAttribute('data-open', open);
        tell('save-bar', { open });
      },
      leaveConfirmation: async () => undefined,
    },
    modal: {
      show: async (id) => showModal(element(id), true),
      hide: async (id) => showModal(element(id), false),
      toggle: async (id) => showModal(element(id), !element(id)?.hasAttribute('open')),
    },
    webVitals: { onReport: async () => undefined },
  };

  const showModal = (modal, open) => {
    if (!modal) return;
    modal.toggleAttribute('open', open);
    modal.dispatchEvent(new Event(open ? 'show' : 'hide'));
  };

  // Same-origin calls carry a fresh token; a stale one is tried again once, where the app asks for it.
  const plainFetch = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isOwn = new URL(request.url, location.href).origin === location.origin;
    if (!isOwn || request.headers.has('Authorization')) return plainFetch(request);
    const again = request.clone();
    const send = async (which) => {
      which.headers.set('Authorization', `Bearer ${await window.shopify.idToken()}`);
      return plainFetch(which);
    };
    const response = await send(request);
    const stale = response.status === 401 && response.headers.has('X-Shopify-Retry-Invalid-Session-Request');
    return stale ? send(again) : response;
  };

  // `shopify://admin/…` and links that leave the frame are opened by the admin.
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    const text = String(url ?? '');
    if (text.startsWith('shopify:') || target === '_top' || target === '_parent') {
      tell('open', { url: text });
      return null;
    }
    return plainOpen(url, target, features);
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href^="shopify:"]') : null;
    if (!link) return;
    event.preventDefault();
    tell('open', { url: link.getAttribute('href') });
  });

  // The admin's address bar follows the frame's.
  const tellPath = () => tell('path', { path: `${location.pathname}${location.search}` });
  for (const name of ['pushState', 'replaceState']) {
    const plain = history[name].bind(history);
    history[name] = (...args) => {
      plain(...args);
      tellPath();
    };
  }
  window.addEventListener('popstate', tellPath);

  const style = document.createElement('style');
  style.textContent =
    's-app-nav, ui-nav-menu, ui-title-bar, ui-save-bar, ui-modal:not([open]), s-modal:not([open]) { display: none !important }';
  document.head.append(style);

  /** The app's own menu, its title and whether a form waits to be saved: drawn around the frame. */
  let told = '';
  const look = () => {
    const items = [...document.querySelectorAll('s-app-nav [href], ui-nav-menu [href]')].map((link) => ({
      href: link.getAttribute('href'),
      label: link.textContent.trim(),
      home: link.getAttribute('rel') === 'home',
    }));
    const shown = JSON.stringify([items, document.title]);
    if (shown === told) return;
    told = shown;
    tell('menu', { items: items.filter(({ home }) => !home), title: document.title });
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  document.addEventListener('DOMContentLoaded', look);
  for (const kind of ['input', 'change']) {
    document.addEventListener(kind, ({ target }) => {
      if (target instanceof Element && target.closest('form[data-save-bar]')) tell('save-bar', { open: true });
    });
  }
  for (const kind of ['submit', 'reset']) {
    document.addEventListener(kind, ({ target }) => {
      if (target instanceof Element && target.matches('form[data-save-bar]')) tell('save-bar', { open: false });
    });
  }
  tell('hello');
  tellPath();
})();
