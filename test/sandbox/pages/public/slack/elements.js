import { act } from './api.js';
import { confirmed } from './confirm.js';
import { fragment, h, ICONS, icon, safeUrl } from './dom.js';
import { checks, chosen, fileInput, pickTime, typed } from './inputs.js';
import { emojis } from './mrkdwn.js';
import { combobox, menuButton, multiPicker } from './pickers.js';

/**
 * Interactive elements. `host` is the message or view they stand in:
 * `host.click(block, element, value)` sends the action, `host.value(block, element)` is what was entered or chosen,
 * `host.enter(block, element, value)` keeps it, `host.suggest(block, element, text)` asks the app for options.
 */

const optionText = (option) => emojis(option.text.text);
const NOTHING = '';

const button = (block, element, host) => {
  const made = h(
    'button',
    {
      type: 'button',
      class: `button ${element.style ?? ''}`,
      'aria-label': element.accessibility_label,
      onclick: async () => {
        if (!(await confirmed(element.confirm, host.names))) return;
        const url = element.url && safeUrl(element.url);
        if (url) window.open(url, '_blank', 'noreferrer');
        made.disabled = true;
        made.classList.add('busy');
        await host.click(block, element, element.value);
        made.disabled = false;
        made.classList.remove('busy');
      },
    },
    emojis(element.text.text),
  );
  return made;
};

const nativeSelect = (block, element, host, label, groups) => {
  const current = host.value(block, element) ?? NOTHING;
  const placeholder = element.placeholder?.text ?? 'Choose an option';
  const make = (option) => h('option', { value: option.value, selected: option.value === current }, optionText(option));
  const select = h(
    'select',
    {
      class: 'select',
      'aria-label': label,
      id: host.labelled?.(block),
      onchange: () =>
        chosen(block, element, host, select.value === NOTHING ? null : select.value, () => (select.value = current)),
    },
    h('option', { value: NOTHING, selected: current === NOTHING }, placeholder),
    groups.map((group) =>
      group.label ? h('optgroup', { label: group.label.text }, group.options.map(make)) : group.options.map(make),
    ),
  );
  return select;
};

const asOptions = (entries) => [{ options: entries.map(([value, text]) => ({ value, text: { text } })) }];
const groupsOf = (element) => element.option_groups ?? [{ options: element.options ?? [] }];

const overflow = (block, element, host) =>
  menuButton({
    label: 'More actions',
    face: icon(ICONS.more),
    items: element.options.map((option) => ({
      text: optionText(option),
      detail: option.description?.text,
      run: async () => {
        const url = option.url && safeUrl(option.url);
        if (url) window.open(url, '_blank', 'noreferrer');
        if (await confirmed(element.confirm, host.names)) await host.click(block, element, option.value);
      },
    })),
  });

const feedback = (block, element, host) =>
  h(
    'span',
    { class: 'feedback' },
    [element.positive_button, element.negative_button].map((entry, index) =>
      h(
        'button',
        {
          type: 'button',
          class: 'icon-button',
          title: entry.text.text,
          'aria-label': entry.accessibility_label ?? entry.text.text,
          onclick: () => host.click(block, element, entry.value),
        },
        index === 0 ? '👍' : '👎',
      ),
    ),
  );

export const interactive = (block, element, host, label) => {
  const name = label ?? element.placeholder?.text ?? element.action_id;
  switch (element.type) {
    case 'button':
    case 'workflow_button':
    case 'icon_button':
      return button(block, element, host);
    case 'overflow':
      return overflow(block, element, host);
    case 'feedback_buttons':
      return feedback(block, element, host);
    case 'static_select':
      return nativeSelect(block, element, host, name, groupsOf(element));
    case 'users_select':
      return nativeSelect(block, element, host, name, asOptions(host.people()));
    case 'channels_select':
    case 'conversations_select':
      return nativeSelect(block, element, host, name, asOptions(host.channels()));
    case 'external_select':
    case 'multi_external_select':
      return combobox(block, element, host, name, (value) => chosen(block, element, host, value));
    case 'multi_static_select':
    case 'multi_users_select':
    case 'multi_channels_select':
    case 'multi_conversations_select': {
      const groups =
        element.type === 'multi_static_select'
          ? groupsOf(element)
          : asOptions(element.type === 'multi_users_select' ? host.people() : host.channels());
      return multiPicker(element, name, groups, host.value(block, element) ?? [], (values) =>
        chosen(block, element, host, values),
      );
    }
    case 'radio_buttons':
      return checks(block, element, host, name, true);
    case 'checkboxes':
      return checks(block, element, host, name, false);
    case 'datepicker':
      return pickTime(block, element, host, name, 'date');
    case 'timepicker':
      return pickTime(block, element, host, name, 'time');
    case 'datetimepicker':
      return pickTime(block, element, host, name, 'datetime-local');
    case 'plain_text_input':
    case 'rich_text_input':
      return typed(block, element, host, name, 'text');
    case 'email_text_input':
      return typed(block, element, host, name, 'email');
    case 'url_text_input':
      return typed(block, element, host, name, 'url');
    case 'number_input':
      return typed(block, element, host, name, 'number');
    case 'file_input':
      return fileInput(block, element, host, name);
    default:
      return fragment();
  }
};

/** What a state object of Slack holds, as the elements above take it. */
export const valueOfState = (state) => {
  if (!state) return null;
  if ('selected_option' in state) return state.selected_option?.value ?? null;
  if ('selected_options' in state) return state.selected_options.map(({ value }) => value);
  const [, value] = Object.entries(state).find(([key]) => key !== 'type') ?? [];
  return value ?? null;
};

/** What hosts of a message and of a view have in common. */
export const commonHost = (client) => ({
  names: client.names,
  people: () => client.state.people.map(({ id, realName }) => [id, realName]),
  channels: () => client.state.channels.filter(({ kind }) => kind !== 'im').map(({ id, name }) => [id, `#${name}`]),
  send: (body) => act('/click', { user: client.state.me, ...body }),
  ask: (body) => act('/options', { user: client.state.me, ...body }),
});
