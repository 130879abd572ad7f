import { act } from './api.js';
import { h, ICONS, icon } from './dom.js';
import { avatar } from './message.js';

/** Who one is, the channels, the app. */

const link = (client, target, current, face, text, unread) =>
  h(
    'a',
    {
      href: `#/${target}`,
      class: `${current ? 'current' : ''} ${unread ? 'unread' : ''}`,
      'aria-current': current ? 'page' : null,
      onclick: () => client.closeMenu(),
    },
    face,
    h('span', { class: 'grow' }, text),
    unread ? h('span', { class: 'count', 'aria-label': `${unread} unread` }, String(unread)) : null,
  );

export const sidebar = (client) => {
  const { state, route } = client;
  const dm = state.channels.find(({ kind }) => kind === 'im');
  const channels = state.channels.filter(({ kind }) => kind !== 'im');
  const me = state.people.find(({ id }) => id === state.me);
  return [
    h(
      'div',
      { class: 'workspace' },
      h('strong', {}, 'Makegood demo'),
      h('a', { href: '/', title: 'All rooms of the sandbox' }, 'Sandbox'),
    ),
    h(
      'label',
      { class: 'who' },
      h('span', {}, 'You are'),
      h(
        'select',
        { 'aria-label': 'You are', onchange: (event) => client.become(event.target.value) },
        state.people.map(({ id, realName, title }) =>
          h('option', { value: id, selected: id === state.me }, `${realName} – ${title}`),
        ),
      ),
    ),
    h('h2', {}, 'Channels'),
    channels.map((channel) =>
      link(
        client,
        channel.id,
        route.channel === channel.id,
        h('span', { class: 'hash', 'aria-hidden': 'true' }, channel.kind === 'private' ? '🔒' : '#'),
        channel.name,
        client.unread(channel),
      ),
    ),
    h('h2', {}, 'Apps'),
    dm
      ? link(
          client,
          dm.id,
          route.channel === dm.id || route.home,
          avatar(client, state.app.user, true),
          state.app.name,
          client.unread(dm),
        )
      : null,
    state.shortcuts.global.length > 0 ? h('h2', {}, 'Shortcuts') : null,
    state.shortcuts.global.map(({ name, callback_id }) =>
      h(
        'button',
        { type: 'button', class: 'shortcut', onclick: () => act('/shortcut', { user: state.me, callback_id }) },
        icon(ICONS.bolt),
        name,
      ),
    ),
    h(
      'div',
      { class: 'me' },
      avatar(client, state.me, true),
      h('span', {}, me.realName, h('small', {}, me.guest ? 'Guest account' : me.title)),
    ),
  ];
};
