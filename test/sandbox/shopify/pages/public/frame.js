/** Shopify admin's side of the app's frame: hands out session tokens, draws the app's menu, toasts and save bar. */
(() => {
  const page = document.body.dataset;
  const frame = document.querySelector('iframe');
  const menu = document.querySelector('#app-menu');
  const bar = document.querySelector('#save-bar');
  const appOrigin = new URL(page.makegood).origin;
  const staffChoice = document.querySelector('#staff');

  const token = async () => {
    const query = new URLSearchParams({ shop: page.shop, staff: staffChoice.value });
    const response = await fetch(`/shopify/session-token?${query}`);
    if (!response.ok) throw new Error(`no session token: ${response.status}`);
    return (await response.json()).token;
  };

  const open = async (path) => {
    const url = new URL(path, page.makegood);
    const first = {
      shop: page.shop,
      host: page.host,
      embedded: '1',
      locale: new URLSearchParams(location.search).get('locale') ?? 'en',
      id_token: await token(),
    };
    for (const [name, value] of Object.entries(first)) url.searchParams.set(name, value);
    frame.src = url.href;
  };

  const tell = (message) => frame.contentWindow.postMessage(message, appOrigin);
  const mark = (path) => {
    const plain = path.split('?')[0];
    for (const link of menu.querySelectorAll('a')) {
      const href = link.dataset.href;
      link.toggleAttribute('aria-current', plain === href || plain.startsWith(`${href}/`));
    }
    document.querySelector('#app-home').toggleAttribute('aria-current', plain === '/');
  };

  /** Tokens and the like are for the first document only: they leave no trace in the address. */
  const showPath = (path) => {
    const url = new URL(path, page.makegood);
    for (const name of ['shop', 'host', 'embedded', 'locale', 'id_token', 'hmac', 'session', 'timestamp']) {
      url.searchParams.delete(name);
    }
    const shop = page.shop === page.defaultShop ? '' : `${url.search ? '&' : '?'}shop=${page.shop}`;
    history.replaceState(null, '', `/shopify/admin/apps/makegood${url.pathname}${url.search}${shop}`);
    mark(url.pathname);
  };

  const toast = ({ message, isError, duration, toast: id }) => {
    const box = document.createElement('div');
    box.className = `toast${isError ? ' error' : ''}`;
    box.dataset.toast = id;
    box.setAttribute('role', 'status');
    box.textContent = message;
    document.querySelector('#toasts').append(box);
    setTimeout(() => box.remove(), duration || 5000);
  };

  const answers = {
    'id-token': token,
    user: async () => ({ id: staffChoice.value, email: `staff${staffChoice.value}@example.com` }),
  };

  const drawMenu = ({ items, title }) => {
    menu.replaceChildren(
      ...items.map(({ href, label }) => {
        const link = document.createElement('a');
        link.href = `/shopify/admin/apps/makegood${href}`;
        link.dataset.href = href;
        link.textContent = label;
        return link;
      }),
    );
    document.querySelector('#app-title').textContent = title || 'Makegood';
    mark(location.pathname.replace('/shopify/admin/apps/makegood', '') || '/');
  };

  window.addEventListener('message', async ({ origin, source, data }) => {
    if (origin !== appOrigin || source !== frame.contentWindow || typeof data?.shopify !== 'string') return;
    const answer = answers[data.shopify];
    if (answer) {
      try {
        tell({ shopify: 'answer', id: data.id, value: await answer() });
      } catch (error) {
        tell({ shopify: 'answer', id: data.id, error: String(error) });
      }
      return;
    }
    if (data.shopify === 'menu') drawMenu(data);
    if (data.shopify === 'path') showPath(data.path);
    if (data.shopify === 'toast') toast(data);
    if (data.shopify === 'toast-hide') document.querySelector(`[data-toast="${CSS.escape(data.toast)}"]`)?.remove();
    if (data.shopify === 'save-bar') bar.hidden = !data.open;
    if (data.shopify === 'loading') document.body.classList.toggle('loading', data.on);
    if (data.shopify === 'open') {
      location.assign(data.url.replace(/^shopify:\/*admin/, '/shopify/admin').replace(/^shopify:/, '/shopify/admin/'));
    }
  });

  menu.addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    tell({ shopify: 'navigate', href: link.dataset.href });
  });
  for (const button of bar.querySelectorAll('button')) {
    button.addEventListener('click', () => {
      // It goes when the app says so: what could not be saved is still unsaved.
      tell({ shopify: 'save-bar', button: button.dataset.press });
    });
  }
  staffChoice.addEventListener('change', () => {
    localStorage.setItem('sandbox-staff', staffChoice.value);
    void open(location.pathname.replace('/shopify/admin/apps/makegood', '') || '/');
  });
  const asked = new URLSearchParams(location.search).get('staff');
  const known = asked ?? localStorage.getItem('sandbox-staff');
  if (known && [...staffChoice.options].some(({ value }) => value === known)) staffChoice.value = known;
  if (asked) localStorage.setItem('sandbox-staff', asked);
  void open(page.path);
})();
