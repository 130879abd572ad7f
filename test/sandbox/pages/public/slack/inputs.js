import { confirmed } from './confirm.js';
import { freshId, h } from './dom.js';
import { textObject } from './mrkdwn.js';

/** Inputs that hold what a person enters; `host` as in elements.js. */

/** Sends what was chosen at once (in messages and sections), or keeps it (in a form). */
export const chosen = async (block, element, host, value, restore) => {
  if (!(await confirmed(element.confirm, host.names))) return restore?.();
  host.enter(block, element, value);
  if (block.type !== 'input' || block.dispatch_action) await host.click(block, element, value);
};

export const checks = (block, element, host, label, single) => {
  const name = freshId('choice');
  const current = host.value(block, element);
  const list = h('div', { role: single ? 'radiogroup' : 'group', 'aria-label': label, class: 'choices' });
  for (const option of element.options) {
    const id = freshId('option');
    const input = h('input', {
      type: single ? 'radio' : 'checkbox',
      name,
      id,
      value: option.value,
      checked: single ? current === option.value : (current ?? []).includes(option.value),
      onchange: () => {
        const values = [...list.querySelectorAll('input:checked')].map((entry) => entry.value);
        chosen(block, element, host, single ? values[0] : values);
      },
    });
    list.append(
      h(
        'div',
        { class: 'choice' },
        input,
        h(
          'label',
          { htmlFor: id },
          textObject(option.text, host.names),
          option.description ? h('small', {}, textObject(option.description, host.names)) : null,
        ),
      ),
    );
  }
  return list;
};

export const typed = (block, element, host, label, type) => {
  const tag = element.multiline || element.type === 'rich_text_input' ? 'textarea' : 'input';
  const input = h(tag, {
    class: 'text-input',
    id: host.labelled?.(block),
    'aria-label': label,
    placeholder: element.placeholder?.text ?? '',
    value: host.value(block, element) ?? '',
    maxLength: element.max_length ?? 3000,
    ...(tag === 'input' ? { type, step: element.is_decimal_allowed === false ? '1' : 'any' } : { rows: 4 }),
    oninput: () => host.enter(block, element, input.value),
    onkeydown: (event) => {
      if (event.key === 'Enter' && block.dispatch_action && tag === 'input') {
        event.preventDefault();
        host.click(block, element, input.value);
      }
    },
  });
  return input;
};

export const pickTime = (block, element, host, label, type) => {
  const now = host.value(block, element);
  const shown =
    type === 'datetime-local' && now
      ? new Date(now * 1000 - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
      : (now ?? '');
  const input = h('input', {
    class: 'text-input narrow',
    type,
    id: host.labelled?.(block),
    'aria-label': label,
    value: shown,
    onchange: () =>
      chosen(
        block,
        element,
        host,
        type === 'datetime-local' && input.value
          ? Math.floor(new Date(input.value).getTime() / 1000)
          : input.value || null,
      ),
  });
  return input;
};

export const fileInput = (block, element, host, label) => {
  const input = h('input', {
    type: 'file',
    class: 'file-input',
    id: host.labelled?.(block),
    'aria-label': label,
    multiple: (element.max_files ?? 10) > 1,
    accept: (element.filetypes ?? []).map((type) => `.${type}`).join(','),
    onchange: () => host.enterFiles(block, element, input.files),
  });
  return input;
};
