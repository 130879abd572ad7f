import { act, readState } from './api.js';
import { composer } from './composer.js';
import { h, ICONS, icon } from './dom.js';
import { homePane } from './home.js';
import { nothingYet } from './message.js';
import { messageList } from './message-list.js';
import { modals } from './modal.js';
import { sidebar } from './sidebar.js';

/** The client: reads what one person sees, draws it, and looks again whenever the workspace says that something changed. */

const byId = (id) => document.getElementById(id);
const params = new URLSearchParams(location.search);

const client = {
  state: null,
  route: { channel: 'C0RETURNS', home: false, thread: null },
  optionTexts: new Map(),
  /** How many messages of each channel were read, by person. */
  read: new Map(),
  person: (id) => client.state.people.find((entry) => entry.id === id),
  names: {
    person: (id) => (id === client.state.app.user ? client.state.app.name : (client.person(id)?.realName ?? id)),
    channel: (id) => client.state.channels.find((entry) => entry.id === id)?.name,
  },
  unread: (channel) => {
    const key = `${client.state.me}/${channel.id}`;
    if (channel.id === client.route.channel || !client.read.has(key)) client.read.set(key, channel.messages.length);
    return Math.max(0, channel.messages.length - client.read.get(key));
  },
  become: (user) => {
    params.set('user', user);
    history.replaceState(null, '', `?${params}${location.hash}`);
    client.route.thread = null;
    // Everybody has a conversation of their own with the app.
    if (here().kind === 'im') location.hash = `#/D0${user}${client.route.home ? '/home' : ''}`;
    load();
  },
  openThread: (channel, ts) => {
    client.route.thread = { channel, ts };
    draw();
    threadComposer.focus();
  },
  closeMenu: () => byId('client').classList.remove('menu-open'),
};

const readRoute = () => {
  const [, target = 'C0RETURNS', tab] = location.hash.split('/');
  const before = `${client.route.channel}/${client.route.home}`;
  client.route = { channel: decodeURIComponent(target), home: tab === 'home', thread: null };
  if (`${client.route.channel}/${client.route.home}` !== before && client.route.home) openHome();
};

const openHome = () => act('/home', { user: me() });
const me = () => params.get('user') ?? 'U0AGENT';

let list;
let threadList;
let mainComposer;
let threadComposer;
let modal;
let homePrint = '';
let sidebarPrint = '';

const build = () => {
  list = messageList(client, 'Messages');
  threadList = messageList(client, 'Thread messages');
  mainComposer = composer(client, { label: 'Message', channel: () => client.route.channel });
  threadComposer = composer(client, {
    label: 'Reply…',
    channel: () => client.route.thread.channel,
    thread: () => client.route.thread.ts,
  });
  modal = modals(client);
};

const here = () => client.state.channels.find(({ id }) => id === client.route.channel) ?? client.state.channels[0];

const header = (channel) => {
  const isApp = channel.kind === 'im';
  const tab = (name, target, current) => h('a', { href: `#/${target}`, 'aria-current': current ? 'page' : null }, name);
  return h(
    'header',
    { class: 'top' },
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button menu-button',
        'aria-label': 'Channels',
        onclick: () => byId('client').classList.toggle('menu-open'),
      },
      icon(ICONS.menu),
    ),
    h(
      'div',
      { class: 'grow' },
      h('h1', {}, isApp ? client.state.app.name : `# ${channel.name}`),
      isApp ? null : h('p', {}, channel.topic),
    ),
    isApp
      ? h(
          'nav',
          { class: 'tabs', 'aria-label': 'App' },
          tab('Home', `${channel.id}/home`, client.route.home),
          tab('Messages', channel.id, !client.route.home),
        )
      : h('span', { class: 'members' }, `${channel.memberCount} members`),
  );
};

/** What the app suggests for this conversation, or else what its manifest does. */
const prompts = (channel) => {
  const offered = channel.prompts.length > 0 || channel.kind !== 'im' ? channel.prompts : client.state.prompts;
  return offered.length > 0
    ? h(
        'div',
        { class: 'prompts', role: 'group', 'aria-label': 'Suggested prompts' },
        offered.map(({ title, message }) =>
          h('button', { type: 'button', title: message, onclick: () => mainComposer.say(message) }, title),
        ),
      )
    : null;
};

const status = (channel, thread) => {
  const text = channel.status[thread];
  return text ? h('div', { class: 'status', role: 'status' }, `${client.state.app.name} ${text}`) : null;
};

const isRoot = (message) =>
  message.thread_ts === undefined || message.thread_ts === message.ts || message.subtype === 'thread_broadcast';

const drawMain = (channel) => {
  const main = byId('main');
  if (client.route.home && channel.kind === 'im') {
    const print = JSON.stringify([client.state.home?.hash, client.state.me]);
    if (print === homePrint && main.querySelector('.home')) return;
    homePrint = print;
    main.replaceChildren(header(channel), homePane(client));
    return;
  }
  const roots = channel.messages.filter(isRoot);
  mainComposer.label(channel.kind === 'im' ? `Message ${client.state.app.name}` : `Message #${channel.name}`);
  const empty =
    roots.length === 0
      ? nothingYet(
          channel.kind === 'im' ? `This is your conversation with ${client.state.app.name}` : `# ${channel.name}`,
          channel.kind === 'im' ? 'Write what a customer wants, in your own words.' : channel.topic,
        )
      : null;
  const parts = [header(channel), empty, list.root, status(channel, ''), prompts(channel), mainComposer.root].filter(
    Boolean,
  );
  if (!main.contains(list.root) || !main.contains(mainComposer.root)) main.replaceChildren(...parts);
  else {
    const stay = new Set([list.root, mainComposer.root]);
    for (const child of [...main.children]) if (!stay.has(child)) child.remove();
    list.root.before(...[header(channel), empty].filter(Boolean));
    mainComposer.root.before(...[status(channel, ''), prompts(channel)].filter(Boolean));
  }
  list.show(channel, roots, { inThread: false });
};

const drawThread = () => {
  const pane = byId('thread');
  const { thread } = client.route;
  pane.hidden = thread === null;
  byId('client').classList.toggle('with-thread', thread !== null);
  if (thread === null) return;
  const channel = client.state.channels.find(({ id }) => id === thread.channel);
  if (!channel) return;
  const head = h(
    'header',
    { class: 'top' },
    h(
      'div',
      { class: 'grow' },
      h('h2', {}, 'Thread'),
      h('p', {}, channel.kind === 'im' ? client.state.app.name : `# ${channel.name}`),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-button',
        'aria-label': 'Close thread',
        onclick: () => {
          client.route.thread = null;
          draw();
        },
      },
      icon(ICONS.close),
    ),
  );
  if (!pane.contains(threadList.root)) pane.replaceChildren(head, threadList.root, threadComposer.root);
  else {
    pane.querySelector('header').replaceWith(head);
    pane.querySelector('.status')?.remove();
  }
  const note = status(channel, thread.ts);
  if (note) threadComposer.root.before(note);
  threadList.show(
    channel,
    channel.messages.filter((message) => message.ts === thread.ts || message.thread_ts === thread.ts),
    { inThread: true },
  );
};

const draw = () => {
  const channel = here();
  client.route.channel = channel.id;
  const print = JSON.stringify([
    client.state.me,
    client.route,
    client.state.channels.map((one) => [one.id, client.unread(one)]),
  ]);
  if (print !== sidebarPrint) byId('sidebar').replaceChildren(...sidebar(client).flat(3).filter(Boolean));
  sidebarPrint = print;
  drawMain(channel);
  drawThread();
  modal.draw(client.state.modals.at(-1) ?? null);
  document.title = `${channel.kind === 'im' ? client.state.app.name : `#${channel.name}`} – Slack sandbox`;
};

let loading = false;
let again = false;
/** Reads the state, and once more if something changed meanwhile. */
const load = async () => {
  if (loading) {
    again = true;
    return;
  }
  loading = true;
  try {
    do {
      again = false;
      client.state = await readState(me());
      if (!list) build();
      draw();
    } while (again);
  } finally {
    loading = false;
  }
};

for (const part of ['main', 'thread'])
  byId(part).addEventListener('pointerdown', (event) => {
    if (!event.target.closest('.menu-button')) client.closeMenu();
  });
addEventListener('hashchange', () => {
  readRoute();
  // Somebody else's view is on its way when the person was changed.
  if (client.state.me === me()) draw();
});
readRoute();
await load();
new EventSource('/slack/ui/stream').addEventListener('message', load);
