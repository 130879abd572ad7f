import { h } from './dom.js';
import { messageRow } from './message.js';
import { dayLabel, sameDay } from './slack-time.js';

const COMPACT_SECONDS = 300;

/** A list of messages that keeps the rows which did not change, so that an open menu or a half-made choice stays. */
export const messageList = (client, label) => {
  const root = h('div', { class: 'messages', role: 'log', 'aria-label': label, tabIndex: 0 });
  let rows = new Map();
  return {
    root,
    show: (channel, messages, { inThread }) => {
      const fresh = new Map();
      const nodes = [];
      let before = null;
      for (const message of messages) {
        if (before === null || !sameDay(before.ts, message.ts))
          nodes.push(h('div', { class: 'day' }, h('span', {}, dayLabel(message.ts, client.state.now))));
        const compact =
          before !== null &&
          before.user === message.user &&
          !before.ephemeral_to === !message.ephemeral_to &&
          Number(message.ts) - Number(before.ts) < COMPACT_SECONDS &&
          sameDay(before.ts, message.ts) &&
          message.bot_id === undefined;
        const key = `${channel.id}/${message.ts}`;
        const print = JSON.stringify([message, compact, client.state.choices[key]]);
        const kept = rows.get(key);
        const row = kept?.print === print ? kept.row : messageRow(client, channel, message, { compact, inThread });
        fresh.set(key, { print, row });
        nodes.push(row);
        before = message;
      }
      const grew = [...fresh.keys()].some((key) => !rows.has(key));
      const atEnd = root.scrollHeight - root.scrollTop - root.clientHeight < 80;
      rows = fresh;
      if (nodes.length !== root.children.length || nodes.some((node, index) => node !== root.children[index]))
        replaceKeeping(root, nodes);
      if (grew || atEnd) root.scrollTop = root.scrollHeight;
    },
  };
};

/** Puts the nodes in order without taking out those that stay: focus and open menus survive. */
const replaceKeeping = (root, nodes) => {
  const wanted = new Set(nodes);
  for (const child of [...root.children]) if (!wanted.has(child)) child.remove();
  let at = root.firstChild;
  for (const node of nodes) {
    if (at === node) at = at.nextSibling;
    else root.insertBefore(node, at);
  }
};
