import { act, readFiles } from './api.js';
import { blocks } from './blocks.js';
import { h, ICONS, icon } from './dom.js';
import { commonHost, valueOfState } from './elements.js';
import { textObject } from './mrkdwn.js';

/** The modal on top. What was typed stays when the app replaces the view, as long as the ids stay. */

const hostOf = (client, view, draft, errors) => {
  const common = commonHost(client);
  const at = { view_id: view.id };
  const key = (block, element) => `${block.block_id}/${element.action_id}`;
  return {
    ...common,
    prefix: 'modal-',
    errors,
    optionTexts: client.optionTexts,
    value: (block, element) =>
      draft.values.has(key(block, element))
        ? draft.values.get(key(block, element))
        : valueOfState(view.state.values[block.block_id]?.[element.action_id]),
    enter: (block, element, value) => draft.values.set(key(block, element), value),
    enterFiles: async (block, element, files) => draft.values.set(key(block, element), await readFiles(files)),
    click: (block, element, value) =>
      common.send({
        ...at,
        block_id: block.block_id,
        action_id: element.action_id,
        value,
        values: entered(view, draft),
      }),
    suggest: (block, element, value) =>
      common.ask({ ...at, block_id: block.block_id, action_id: element.action_id, value }),
  };
};

const inputsOf = (view) => {
  const found = [];
  const visit = (block) => {
    for (const element of [block.element, block.accessory, ...(block.elements ?? [])])
      if (element?.action_id) found.push(`${block.block_id}/${element.action_id}`);
    for (const child of block.child_blocks ?? []) visit(child);
  };
  for (const block of view.blocks) visit(block);
  return new Set(found);
};

/** What was entered, for inputs that the view still has: `{block_id: {action_id: value}}`. */
const entered = (view, draft) => {
  const values = {};
  const there = inputsOf(view);
  for (const [key, value] of draft.values) {
    if (!there.has(key)) continue;
    const [blockId, actionId] = key.split('/');
    values[blockId] = { ...values[blockId], [actionId]: value };
  }
  return values;
};

export const modals = (client) => {
  let shown = null;
  const drafts = new Map();
  const draftOf = (view) => {
    if (!drafts.has(view.id)) drafts.set(view.id, { values: new Map(), errors: {} });
    return drafts.get(view.id);
  };

  const close = (view, clear) =>
    act('/close', { user: client.state.me, view_id: view.id, ...(clear ? { clear } : {}) });

  const submit = async (view, button) => {
    const draft = draftOf(view);
    button.disabled = true;
    const answer = await act('/submit', { user: client.state.me, view_id: view.id, values: entered(view, draft) });
    button.disabled = false;
    draft.errors = answer.errors ?? {};
    if (answer.errors) draw(client.state.modals.at(-1), true);
  };

  const draw = (view, force) => {
    const print = view ? `${client.state.me}/${view.id}/${view.hash}` : null;
    if (!force && shown?.print === print) return;
    const focused = document.activeElement?.id;
    const scroll = shown?.dialog.querySelector('.modal-body')?.scrollTop ?? 0;
    const same = shown?.viewId === view?.id;
    // What the app replaced is no longer what was wrong.
    if (view && same && !force) draftOf(view).errors = {};
    shown?.dialog.close();
    shown?.dialog.remove();
    shown = null;
    if (!view) {
      drafts.clear();
      return;
    }
    const draft = draftOf(view);
    const deep = view.previous_view_id !== null;
    const send = h('button', { type: 'submit', class: 'button primary solid' }, view.submit?.text ?? '');
    const form = h(
      'form',
      {
        noValidate: true,
        onsubmit: (event) => {
          event.preventDefault();
          if (view.submit) submit(view, send);
        },
      },
      h(
        'header',
        {},
        deep
          ? h(
              'button',
              { type: 'button', class: 'icon-button', 'aria-label': 'Back', onclick: () => close(view) },
              icon(ICONS.back),
            )
          : h('span', { class: 'app-avatar avatar small', 'aria-hidden': 'true' }, 'M'),
        h('h2', {}, textObject(view.title, client.names)),
        h(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: () => close(view, true) },
          icon(ICONS.close),
        ),
      ),
      h('div', { class: 'modal-body' }, blocks(view.blocks, hostOf(client, view, draft, draft.errors))),
      view.submit || view.close
        ? h(
            'footer',
            {},
            h('button', { type: 'button', class: 'button', onclick: () => close(view) }, view.close?.text ?? 'Cancel'),
            view.submit ? send : null,
          )
        : null,
    );
    const dialog = h('dialog', { class: 'modal', 'aria-label': view.title.text }, form);
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      close(view);
    });
    document.body.append(dialog);
    dialog.showModal();
    shown = { print, dialog, viewId: view.id };
    const body = dialog.querySelector('.modal-body');
    if (same) body.scrollTop = scroll;
    const invalid = dialog.querySelector('[aria-invalid=true]');
    const first = body.querySelector('input, textarea, select');
    (invalid ?? (same && focused ? document.getElementById(focused) : null) ?? first)?.focus();
  };
  return { draw };
};
