import { freshId, h, ICONS, icon } from './dom.js';
import { emojis } from './mrkdwn.js';

/** Menus that open: typeahead from the app, several choices, and the three dots. */

/** Closes an open list when the person turns elsewhere. */
const closeOutside = (root, close) => {
  const look = (event) => {
    if (!root.isConnected) document.removeEventListener('pointerdown', look);
    else if (!root.contains(event.target)) close();
  };
  document.addEventListener('pointerdown', look);
};

export const menuButton = ({ label, face, items }) => {
  const list = h('div', { class: 'menu', role: 'menu', hidden: true });
  const toggle = (open) => {
    list.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
    if (open) list.querySelector('[role=menuitem]')?.focus();
  };
  const opener = h(
    'button',
    {
      type: 'button',
      class: 'icon-button framed',
      'aria-label': label,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
      onclick: () => toggle(list.hidden),
    },
    face,
  );
  for (const item of items)
    list.append(
      h(
        'button',
        {
          type: 'button',
          role: 'menuitem',
          onclick: () => {
            toggle(false);
            item.run();
          },
        },
        item.text,
        item.detail ? h('small', {}, item.detail) : null,
      ),
    );
  const root = h(
    'span',
    {
      class: 'menu-root',
      onkeydown: (event) => {
        const entries = [...list.children];
        const at = entries.indexOf(document.activeElement);
        if (event.key === 'Escape' && !list.hidden) {
          event.stopPropagation();
          event.preventDefault();
          toggle(false);
          opener.focus();
        } else if (event.key === 'ArrowDown') entries[(at + 1) % entries.length]?.focus();
        else if (event.key === 'ArrowUp') entries.at(at - 1)?.focus();
      },
    },
    opener,
    list,
  );
  closeOutside(root, () => toggle(false));
  return root;
};

/** `external_select` and `multi_external_select`: what is typed goes to the app, and its options come back. */
export const combobox = (block, element, host, label, choose) => {
  const several = element.type === 'multi_external_select';
  const listId = freshId('list');
  const texts = host.optionTexts;
  let values = [host.value(block, element) ?? []].flat();
  for (const option of [element.initial_option, ...(element.initial_options ?? [])])
    if (option) texts.set(option.value, option.text.text);
  let timer;
  let asked = 0;

  const list = h('div', { class: 'listbox', role: 'listbox', id: listId, 'aria-label': label, hidden: true });
  const chips = h('span', { class: 'chips' });
  const input = h('input', {
    class: 'text-input',
    type: 'text',
    role: 'combobox',
    id: host.labelled?.(block),
    autocomplete: 'off',
    'aria-label': label,
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    placeholder: element.placeholder?.text ?? 'Type to search',
    oninput: () => {
      clearTimeout(timer);
      timer = setTimeout(search, 200);
    },
    onfocus: () => {
      input.select();
      if ((element.min_query_length ?? 3) === 0) search();
    },
    onkeydown: (event) => {
      if (event.key === 'ArrowDown') {
        event.preventDefault();
        list.querySelector('[role=option]')?.focus();
      } else if (event.key === 'Enter') event.preventDefault();
      else if (event.key === 'Escape' && !list.hidden) {
        event.stopPropagation();
        event.preventDefault();
        show([]);
      }
    },
  });

  const show = (nodes) => {
    list.replaceChildren(...nodes);
    list.hidden = nodes.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
  };
  const shown = () => {
    if (!several) {
      input.value = values[0] ? (texts.get(values[0]) ?? values[0]) : '';
      return;
    }
    input.value = '';
    chips.replaceChildren(
      ...values.map((value) =>
        h(
          'span',
          { class: 'chip' },
          texts.get(value) ?? value,
          h(
            'button',
            { type: 'button', 'aria-label': `Remove ${texts.get(value) ?? value}`, onclick: () => pick(value, false) },
            '×',
          ),
        ),
      ),
    );
  };
  const pick = (value, on = true) => {
    values = several ? [...values.filter((entry) => entry !== value), ...(on ? [value] : [])] : [value];
    show([]);
    shown();
    choose(several ? values : values[0]);
  };
  const choice = (option) => {
    texts.set(option.value, emojis(option.text.text));
    return h(
      'div',
      {
        role: 'option',
        tabIndex: -1,
        'aria-selected': String(values.includes(option.value)),
        onclick: () => pick(option.value),
        onkeydown: (event) => {
          const { nextElementSibling: next, previousElementSibling: before } = event.currentTarget;
          if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            pick(option.value);
          } else if (event.key === 'ArrowDown') next?.focus();
          else if (event.key === 'ArrowUp') (before?.role === 'option' ? before : input).focus();
        },
      },
      emojis(option.text.text),
      option.description ? h('small', {}, option.description.text) : null,
    );
  };
  const search = async () => {
    const mine = ++asked;
    const text = input.value.trim();
    const shortest = element.min_query_length ?? 3;
    if (text.length < shortest) return show([h('div', { class: 'hint' }, `Type ${shortest} characters or more`)]);
    show([h('div', { class: 'hint' }, 'Searching…')]);
    const answer = await host.suggest(block, element, text);
    if (mine !== asked) return;
    const groups = answer.option_groups ?? [{ options: answer.options ?? [] }];
    const nodes = groups
      .flatMap((group) => [
        group.label ? h('div', { class: 'group' }, group.label.text) : null,
        ...group.options.map(choice),
      ])
      .filter(Boolean);
    show(nodes.length > 0 ? nodes : [h('div', { class: 'hint' }, 'No results')]);
  };
  shown();
  const root = h('div', { class: 'combobox' }, chips, input, list);
  closeOutside(root, () => show([]));
  return root;
};

/** `multi_static_select` and its like: a list of boxes to tick. */
export const multiPicker = (element, label, groups, current, choose) => {
  const values = new Set(current);
  const summary = h('span', {});
  const say = () => {
    const texts = groups
      .flatMap(({ options }) => options)
      .filter(({ value }) => values.has(value))
      .map(({ text }) => emojis(text.text));
    summary.textContent = texts.join(', ') || (element.placeholder?.text ?? 'Choose options');
    summary.className = texts.length > 0 ? '' : 'placeholder';
  };
  const box = (option) => {
    const id = freshId('option');
    return h(
      'div',
      { class: 'choice' },
      h('input', {
        type: 'checkbox',
        id,
        checked: values.has(option.value),
        onchange: (event) => {
          if (event.target.checked) values.add(option.value);
          else values.delete(option.value);
          say();
          choose([...values]);
        },
      }),
      h(
        'label',
        { htmlFor: id },
        emojis(option.text.text),
        option.description ? h('small', {}, option.description.text) : null,
      ),
    );
  };
  const list = h('div', { class: 'listbox boxes', role: 'group', 'aria-label': label, hidden: true });
  for (const group of groups)
    list.append(...[group.label ? h('div', { class: 'group' }, group.label.text) : '', ...group.options.map(box)]);
  const opener = h(
    'button',
    {
      type: 'button',
      class: 'select',
      'aria-label': label,
      'aria-haspopup': 'true',
      'aria-expanded': 'false',
      onclick: () => {
        list.hidden = !list.hidden;
        opener.setAttribute('aria-expanded', String(!list.hidden));
      },
    },
    summary,
  );
  say();
  const root = h('div', { class: 'combobox' }, opener, list);
  closeOutside(root, () => {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
  });
  return root;
};

export const closeIcon = () => icon(ICONS.close);
