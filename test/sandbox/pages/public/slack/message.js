import { act } from './api.js';
import { messageBody } from './blocks.js';
import { h, ICONS, icon } from './dom.js';
import { commonHost, valueOfState } from './elements.js';
import { emoji, REACTIONS } from './emoji.js';
import { textObject } from './mrkdwn.js';
import { menuButton } from './pickers.js';
import { clockTime } from './slack-time.js';

/** One message: who, when, what it says, and what one can do with it. */

const initials = (name) =>
  name
    .split(/\s+/)
    .map((part) => part[0])
    .slice(0, 2)
    .join('')
    .toUpperCase();

export const avatar = (client, user, small) => {
  const person = client.person(user);
  const isApp = user === client.state.app.user;
  return h(
    'span',
    {
      class: `avatar ${isApp ? 'app-avatar' : ''} ${small ? 'small' : ''}`,
      style: `--color:${person?.color ?? '#4a154b'}`,
      'aria-hidden': 'true',
    },
    isApp ? 'M' : initials(client.names.person(user)),
  );
};

const hostOf = (client, channel, message) => {
  const common = commonHost(client);
  const choices = client.state.choices[`${channel.id}/${message.ts}`] ?? {};
  const at = { channel: channel.id, ts: message.ts };
  return {
    ...common,
    optionTexts: client.optionTexts,
    value: (block, element) => valueOfState(choices[block.block_id]?.[element.action_id]) ?? initialOf(element),
    enter: () => undefined,
    click: (block, element, value) =>
      common.send({ ...at, block_id: block.block_id, action_id: element.action_id, value }),
    suggest: (block, element, value) =>
      common.ask({ ...at, block_id: block.block_id, action_id: element.action_id, value }),
  };
};

/** What an element shows before anybody touched it. */
export const initialOf = (element) =>
  element.initial_option?.value ??
  element.initial_options?.map(({ value }) => value) ??
  element.initial_value ??
  element.initial_date ??
  element.initial_time ??
  element.initial_date_time ??
  element.initial_user ??
  element.initial_channel ??
  element.initial_conversation ??
  null;

const file = (entry) =>
  entry.mimetype.startsWith('image/')
    ? h(
        'a',
        { class: 'file-image', href: `/slack/ui/files/${entry.id}`, target: '_blank' },
        h('img', { src: `/slack/ui/files/${entry.id}`, alt: entry.title || entry.name }),
        h('span', {}, entry.name),
      )
    : h(
        'a',
        { class: 'file-card', href: `/slack/ui/files/${entry.id}`, target: '_blank' },
        h('strong', {}, entry.name),
        h('small', {}, entry.pretty_type),
      );

const attachment = (entry, client, host) =>
  h(
    'div',
    { class: 'attachment' },
    entry.title ? h('strong', {}, entry.title) : null,
    entry.text ? h('div', {}, textObject({ type: 'mrkdwn', text: entry.text }, client.names)) : null,
    entry.blocks ? messageBody(entry, host) : null,
  );

const reactions = (client, channel, message) =>
  message.reactions?.length > 0
    ? h(
        'div',
        { class: 'reactions' },
        message.reactions.map(({ name, users, count }) =>
          h(
            'button',
            {
              type: 'button',
              class: users.includes(client.state.me) ? 'mine' : '',
              title: users.map(client.names.person).join(', '),
              'aria-label': `${name} ${count}`,
              onclick: () =>
                act('/react', {
                  user: client.state.me,
                  channel: channel.id,
                  ts: message.ts,
                  name,
                  remove: users.includes(client.state.me),
                }),
            },
            `${emoji(name) ?? name} ${count}`,
          ),
        ),
      )
    : null;

const toolbar = (client, channel, message, inThread) => {
  if (message.ephemeral_to) return null;
  const react = (name) => () => act('/react', { user: client.state.me, channel: channel.id, ts: message.ts, name });
  return h(
    'div',
    { class: 'toolbar', role: 'toolbar', 'aria-label': 'Message actions' },
    REACTIONS.map((name) =>
      h(
        'button',
        { type: 'button', class: 'icon-button', 'aria-label': `React with ${name}`, onclick: react(name) },
        emoji(name) ?? name,
      ),
    ),
    inThread
      ? null
      : h(
          'button',
          {
            type: 'button',
            class: 'icon-button',
            'aria-label': 'Reply in thread',
            onclick: () => client.openThread(channel.id, message.thread_ts ?? message.ts),
          },
          icon(ICONS.reply),
        ),
    client.state.shortcuts.message.length > 0
      ? menuButton({
          label: 'Message shortcuts',
          face: icon(ICONS.more),
          items: client.state.shortcuts.message.map(({ name, callback_id }) => ({
            text: name,
            detail: client.state.app.name,
            run: () => act('/shortcut', { user: client.state.me, callback_id, channel: channel.id, ts: message.ts }),
          })),
        })
      : null,
  );
};

const replies = (client, channel, message) =>
  message.reply_count > 0
    ? h(
        'button',
        { type: 'button', class: 'replies', onclick: () => client.openThread(channel.id, message.ts) },
        (message.reply_users ?? []).slice(0, 4).map((user) => avatar(client, user, true)),
        h('span', {}, `${message.reply_count} ${message.reply_count === 1 ? 'reply' : 'replies'}`),
        h('small', {}, `Last reply ${clockTime(message.latest_reply)}`),
      )
    : null;

export const messageRow = (client, channel, message, { compact, inThread }) => {
  const host = hostOf(client, channel, message);
  const isApp = message.bot_id !== undefined;
  const name = client.names.person(message.user);
  const time = clockTime(message.ts);
  return h(
    'article',
    {
      class: `message ${compact ? 'compact' : ''} ${message.ephemeral_to ? 'ephemeral' : ''}`,
      'aria-label': `${name}, ${time}`,
      'data-ts': message.ts,
    },
    compact ? h('time', { class: 'gutter' }, time.replace(/ [AP]M$/, '')) : avatar(client, message.user),
    h(
      'div',
      { class: 'message-main' },
      message.ephemeral_to ? h('div', { class: 'only-you' }, 'Only visible to you') : null,
      compact
        ? null
        : h(
            'div',
            { class: 'byline' },
            h('strong', {}, name),
            isApp ? h('span', { class: 'badge' }, 'APP') : null,
            h('time', {}, time),
          ),
      // What a person typed stands in the text; their blocks say the same.
      message.text === '' && !message.blocks ? null : messageBody(isApp ? message : { text: message.text }, host),
      message.edited && !isApp ? h('span', { class: 'edited' }, ' (edited)') : null,
      message.files?.map(file),
      message.attachments?.map((entry) => attachment(entry, client, host)),
      reactions(client, channel, message),
      inThread ? null : replies(client, channel, message),
    ),
    toolbar(client, channel, message, inThread),
  );
};

export const nothingYet = (title, text) => h('div', { class: 'empty' }, h('h2', {}, title), h('p', {}, text));
