import { act, readFiles, toast } from './api.js';
import { h, ICONS, icon } from './dom.js';

/** Where a person writes: text, slash commands, photos, and a mention of the app. */

/** `@Makegood` and `@Ana Ruiz` as Slack writes mentions. */
const withMentions = (client, text) => {
  const everybody = [
    [client.state.app.name, client.state.app.user],
    ...client.state.people.flatMap(({ id, realName, name }) => [
      [realName, id],
      [name, id],
    ]),
  ];
  return everybody.reduce(
    (written, [name, id]) =>
      written.replace(new RegExp(`@${name.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&')}(?![\\w.])`, 'gi'), () => `<@${id}>`),
    text,
  );
};

export const composer = (client, { label, channel, thread }) => {
  let files = [];
  const chosen = h('ul', { class: 'chosen-files', 'aria-label': 'Attached files' });
  const showFiles = () => {
    chosen.replaceChildren(
      ...files.map((entry, index) =>
        h(
          'li',
          {},
          entry.name,
          h(
            'button',
            {
              type: 'button',
              'aria-label': `Remove ${entry.name}`,
              onclick: () => {
                files.splice(index, 1);
                showFiles();
              },
            },
            '×',
          ),
        ),
      ),
    );
  };
  const send = async () => {
    const text = area.value.trim();
    if (text === '' && files.length === 0) return;
    const [attached, written] = [files, area.value];
    area.value = '';
    files = [];
    showFiles();
    grow();
    offerCommands();
    const slash = /^(\/\S+)\s*([\s\S]*)$/.exec(text);
    const answer = slash
      ? await act('/command', { user: client.state.me, channel: channel(), command: slash[1], text: slash[2] })
      : await act('/say', {
          user: client.state.me,
          channel: channel(),
          text: withMentions(client, text),
          ...(thread?.() ? { thread_ts: thread() } : {}),
          ...(attached.length > 0 ? { files: attached } : {}),
        });
    if (answer.ok === false && area.value === '') {
      area.value = written;
      files = attached;
      showFiles();
    }
  };
  const grow = () => {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 180)}px`;
  };
  const commands = h('div', { class: 'commands', role: 'group', 'aria-label': 'Commands', hidden: true });
  /** What the app can be told with a slash, while one is being typed. */
  const offerCommands = () => {
    const typed = area.value;
    const fitting = /^\/\S*$/.test(typed)
      ? client.state.commands.filter(({ command }) => command.startsWith(typed))
      : [];
    commands.hidden = fitting.length === 0;
    commands.replaceChildren(
      ...fitting.map(({ command, description, usage_hint: usage }) =>
        h(
          'button',
          {
            type: 'button',
            onclick: () => {
              area.value = `${command} `;
              offerCommands();
              area.focus();
            },
          },
          h('strong', {}, command),
          ` ${usage}`,
          h('small', {}, description),
        ),
      ),
    );
  };
  const area = h('textarea', {
    rows: 1,
    'aria-label': label,
    placeholder: label,
    oninput: () => {
      grow();
      offerCommands();
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        send();
      }
    },
  });
  const add = async (list) => {
    try {
      files = [...files, ...(await readFiles(list))];
    } catch {
      toast('That file could not be read.');
    }
    showFiles();
  };
  const picker = h('input', {
    type: 'file',
    multiple: true,
    class: 'visually-hidden',
    'aria-label': `Attach files to ${label}`,
    tabIndex: -1,
    onchange: async () => {
      await add(picker.files);
      picker.value = '';
    },
  });
  const insert = (text) => {
    const { selectionStart: start, selectionEnd: end, value } = area;
    area.value = value.slice(0, start) + text + value.slice(end);
    area.focus();
    area.selectionStart = area.selectionEnd = start + text.length;
  };
  const root = h(
    'form',
    {
      class: 'composer',
      onsubmit: (event) => {
        event.preventDefault();
        send();
      },
      ondragover: (event) => event.preventDefault(),
      ondrop: (event) => {
        event.preventDefault();
        add(event.dataTransfer.files);
      },
    },
    commands,
    chosen,
    area,
    h(
      'div',
      { class: 'composer-bar' },
      picker,
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          'aria-label': 'Attach a photo',
          title: 'Attach a photo',
          onclick: () => picker.click(),
        },
        icon(ICONS.attach),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'mention-button',
          title: `Mention ${client.state.app.name}`,
          onclick: () => insert(`@${client.state.app.name} `),
        },
        `@${client.state.app.name}`,
      ),
      h('span', { class: 'spacer' }),
      h('button', { type: 'submit', class: 'send', 'aria-label': 'Send' }, icon(ICONS.send)),
    ),
  );
  return {
    root,
    label: (text) => {
      area.placeholder = text;
      area.setAttribute('aria-label', text);
    },
    /** Fills in a text and sends it: what a suggested prompt does. */
    say: (text) => {
      area.value = text;
      send();
    },
    focus: () => area.focus(),
  };
};
