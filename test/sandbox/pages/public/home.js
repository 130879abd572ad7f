import { freshId, h } from './slack/dom.js';
import { PHOTOS, STORIES } from './stories.js';

/** The start page: the clock, and the stories with what was done in them. */

const byId = (id) => document.getElementById(id);

const send = async (path, body) => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 200)}`);
  return text === '' ? {} : JSON.parse(text);
};

/* The clock */

const HOUR_MS = 3_600_000;
let about = null;
let readAt = 0;

const away = (ms) => {
  if (Math.abs(ms) < 60_000) return 'real time';
  const hours = Math.round(Math.abs(ms) / HOUR_MS);
  const days = Math.floor(hours / 24);
  const parts = [days > 0 ? `${days} ${days === 1 ? 'day' : 'days'}` : null, hours % 24 > 0 ? `${hours % 24} h` : null];
  return `${parts.filter(Boolean).join(' ') || 'minutes'} ${ms > 0 ? 'ahead of' : 'behind'} real time`;
};

const tick = () => {
  if (about === null) return;
  const now = new Date(about.now + (performance.now() - readAt));
  byId('now').textContent = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' }).format(now);
  byId('offset').textContent = away(about.offsetMs);
};

const readAbout = async () => {
  about = await (await fetch('/about')).json();
  readAt = performance.now();
  byId('makegood').textContent = about.makegoodUrl;
  byId('makegood').href = about.makegoodUrl;
  byId('shop').textContent = about.shop;
  byId('smtp').textContent = `127.0.0.1:${about.smtpPort}`;
  tick();
};

for (const button of document.querySelectorAll('.advance button'))
  button.addEventListener('click', async () => {
    button.disabled = true;
    byId('problem').textContent = '';
    try {
      await send(
        '/clock',
        button.dataset.advance ? { advance: button.dataset.advance } : { now: new Date().toISOString() },
      );
    } catch (error) {
      byId('problem').textContent = `The clock could not be moved: ${error.message}`;
    }
    await readAbout();
    button.disabled = false;
  });

/* The stories */

const KEY = 'makegood-stories';
const progress = (() => {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {};
  } catch {
    return {};
  }
})();
const remember = () => localStorage.setItem(KEY, JSON.stringify(progress));

const placeOrder = async (story) => {
  const { id, name } = await send('/shopify/orders', story.order);
  if (story.after.includes('ship'))
    await send(`/shopify/orders/${id}/fulfill`, { tracking: { company: 'UPS', number: '1Z999AA10123456784' } });
  if (story.after.includes('deliver')) {
    const order = await (await fetch(`/shopify/orders/${id}`)).json();
    const fulfillment = (order.fulfillments ?? order.order?.fulfillments ?? [])[0];
    if (fulfillment) await send(`/shopify/fulfillments/${fulfillment.id}/events`, { status: 'delivered' });
  }
  return name;
};

const copy = (text) => {
  const button = h('button', { type: 'button', class: 'copy' }, 'Copy');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = 'Copied';
  });
  return button;
};

const step = (story, entry, index) => {
  progress[story.id] ??= { order: null, done: [] };
  const mine = progress[story.id];
  const id = freshId('step');
  const named = (text) => text.replace('{order}', mine.order ?? '#…');
  const done = mine.done.includes(index);
  const box = h('input', {
    type: 'checkbox',
    id,
    checked: done,
    disabled: entry.place !== undefined,
    'aria-label': entry.place && !mine.order ? entry.place : null,
    onchange: () => {
      mine.done = box.checked ? [...mine.done, index] : mine.done.filter((other) => other !== index);
      remember();
      draw();
    },
  });
  const problem = h('span', { role: 'alert' });
  const place = async (event) => {
    const button = event.currentTarget;
    button.disabled = true;
    problem.textContent = '';
    try {
      mine.order = await placeOrder(story);
      mine.done = [0];
      remember();
      draw();
    } catch (error) {
      problem.textContent = ` ${error.message}`;
      button.disabled = false;
    }
  };
  return h(
    'li',
    { class: done ? 'done' : '' },
    box,
    h(
      'div',
      {},
      h('label', { htmlFor: id }, entry.place ? (mine.order ? named(entry.done) : '') : entry.text),
      entry.place
        ? h(
            'div',
            {},
            h(
              'button',
              { type: 'button', class: mine.order ? 'copy' : '', onclick: place },
              mine.order ? 'Start over' : entry.place,
            ),
            problem,
          )
        : null,
      entry.say ? h('div', {}, h('code', {}, named(entry.say)), ' ', mine.order ? copy(named(entry.say)) : null) : null,
      entry.photos
        ? h(
            'div',
            {},
            PHOTOS.map(([href, name], at) => [at > 0 ? ', ' : '', h('a', { href, download: name }, name)]),
          )
        : null,
      entry.link ? h('div', {}, h('a', { href: entry.link[0], target: '_blank' }, entry.link[1])) : null,
    ),
  );
};

const draw = () =>
  byId('stories').replaceChildren(
    ...STORIES.map((story, index) =>
      h(
        'article',
        { class: 'story' },
        h('span', { class: 'number' }, `Story ${index + 1}`),
        h('h3', {}, story.title),
        h('p', {}, story.about),
        h(
          'ol',
          {},
          story.steps.map((entry, at) => step(story, entry, at)),
        ),
      ),
    ),
  );

draw();
await readAbout();
setInterval(tick, 1_000);
