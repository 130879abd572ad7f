import { h } from './slack/dom.js';

/** The mailbox for a person: newest on top, looked at again every two seconds while the page is seen. */

const byId = (id) => document.getElementById(id);
const EVERY_MS = 2_000;
let print = '';

const when = (iso) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
const preview = ({ text }) => text.replace(/\s+/g, ' ').trim().slice(0, 140);

const row = (mail) =>
  h(
    'li',
    {},
    h(
      'a',
      { href: `/mail/${mail.id}` },
      h('span', { class: 'to' }, mail.to.join(', ')),
      h('strong', {}, mail.subject || 'No subject'),
      h('span', { class: 'preview' }, preview(mail)),
      mail.attachments.length > 0
        ? h('span', { class: 'with' }, mail.attachments.map(({ name }) => name).join(', '))
        : null,
      h('time', { dateTime: mail.at }, when(mail.at)),
    ),
  );

const show = ({ mails }) => {
  const now = JSON.stringify(mails.map(({ id }) => id)) + byId('to').value;
  if (now === print) return;
  print = now;
  const wanted = byId('to').value.trim().toLowerCase();
  const shown = mails
    .filter(({ to }) => wanted === '' || to.some((address) => address.toLowerCase().includes(wanted)))
    .reverse();
  byId('addresses').replaceChildren(
    ...[...new Set(mails.flatMap(({ to }) => to))].map((address) => h('option', { value: address })),
  );
  byId('summary').textContent =
    shown.length > 0
      ? `${shown.length} ${shown.length === 1 ? 'mail' : 'mails'}, newest first`
      : mails.length === 0
        ? 'No mail yet. What Makegood writes to customers arrives here.'
        : 'No mail to this address.';
  byId('mails').replaceChildren(...shown.map(row));
};

const load = async () => {
  const response = await fetch('/mail', { headers: { accept: 'application/json' } });
  if (response.ok) show(await response.json());
};

byId('tools').addEventListener('submit', (event) => event.preventDefault());
byId('to').addEventListener('input', load);
byId('clear').addEventListener('click', async () => {
  await fetch('/mail', { method: 'DELETE' });
  await load();
});
setInterval(() => {
  if (!document.hidden) load().catch(() => undefined);
}, EVERY_MS);
await load();
