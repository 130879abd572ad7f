import { freshId, h, safeUrl } from './dom.js';
import { interactive } from './elements.js';
import { mrkdwn, plain, textObject } from './mrkdwn.js';
import { markdown, richText } from './rich-text.js';

/** Block Kit as Slack draws it. `host` carries out what elements do, see elements.js. */

const image = (object, props) => {
  const source = object.slack_file?.id
    ? `/slack/ui/files/${encodeURIComponent(object.slack_file.id)}`
    : safeUrl(object.image_url ?? '');
  return source ? h('img', { src: source, alt: object.alt_text, ...props }) : h('span', {}, object.alt_text);
};

const section = (block, host) =>
  h(
    'div',
    { class: 'block section' },
    h(
      'div',
      { class: 'section-main' },
      block.text ? h('div', { class: 'section-text' }, textObject(block.text, host.names)) : null,
      block.fields
        ? h(
            'div',
            { class: 'fields' },
            block.fields.map((field) => h('div', {}, textObject(field, host.names))),
          )
        : null,
    ),
    block.accessory
      ? h(
          'div',
          { class: 'accessory' },
          block.accessory.type === 'image'
            ? image(block.accessory, { class: 'accessory-image' })
            : interactive(block, block.accessory, host, block.accessory.placeholder?.text ?? block.text?.text),
        )
      : null,
  );

const context = (block, host) =>
  h(
    'div',
    { class: 'block context' },
    block.elements.map((element) =>
      element.type === 'image'
        ? image(element, { class: 'context-image' })
        : h('span', {}, textObject(element, host.names)),
    ),
  );

const input = (block, host) => {
  // Stable in a modal, so that the focus finds its way back when the view is replaced.
  const id = host.prefix ? `${host.prefix}${block.block_id}` : freshId('input');
  const errorId = `${id}-error`;
  const error = host.errors?.[block.block_id];
  const grouped = /checkboxes|radio|multi_/.test(block.element.type);
  const control = interactive(
    block,
    block.element,
    { ...host, labelled: (for_) => (for_ === block ? id : undefined) },
    block.label.text,
  );
  const field = control.matches('input, textarea, select') ? control : control.querySelector(`#${id}`);
  if (error && field) {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', errorId);
  }
  const label = [plain(block.label.text), block.optional ? h('span', { class: 'optional' }, ' (optional)') : null];
  return h(
    'div',
    { class: `block input ${error ? 'invalid' : ''}` },
    grouped ? h('div', { class: 'label' }, label) : h('label', { class: 'label', htmlFor: id }, label),
    control,
    error ? h('div', { class: 'field-error', id: errorId, role: 'alert' }, error) : null,
    block.hint ? h('div', { class: 'hint' }, plain(block.hint.text)) : null,
  );
};

const cell = (entry, host) => (entry.type === 'rich_text' ? richText(entry, host.names) : entry.text);
const table = (block, host) =>
  h(
    'div',
    { class: 'block table-wrap' },
    h(
      'table',
      {},
      block.caption ? h('caption', {}, block.caption) : null,
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          block.rows[0].map((entry) => h('th', { scope: 'col' }, cell(entry, host))),
        ),
      ),
      h(
        'tbody',
        {},
        block.rows.slice(1).map((row) =>
          h(
            'tr',
            {},
            row.map((entry, column) =>
              h('td', { class: block.column_settings?.[column]?.align ?? '' }, cell(entry, host)),
            ),
          ),
        ),
      ),
    ),
  );

const card = (block, host) =>
  h(
    'div',
    { class: 'block card' },
    block.hero_image ? image(block.hero_image, { class: 'hero' }) : null,
    h(
      'div',
      { class: 'card-main' },
      block.title ? h('strong', {}, textObject(block.title, host.names)) : null,
      block.subtitle ? h('small', {}, textObject(block.subtitle, host.names)) : null,
      block.body ? h('div', {}, textObject(block.body, host.names)) : null,
      block.actions
        ? h(
            'div',
            { class: 'actions' },
            block.actions.map((element) => interactive(block, element, host)),
          )
        : null,
    ),
  );

const container = (block, host) => {
  const body = blocks(block.child_blocks, host);
  const head = [
    h('strong', {}, block.rich_text_title ? richText(block.rich_text_title, host.names) : block.title.text),
    block.subtitle ? h('small', {}, textObject(block.subtitle, host.names)) : null,
  ];
  return block.is_collapsible
    ? h('details', { class: 'block container', open: !block.default_collapsed }, h('summary', {}, head), body)
    : h('div', { class: 'block container' }, h('div', { class: 'container-head' }, head), body);
};

const STATUS = { pending: '○', in_progress: '◔', complete: '●', error: '⚠' };
const task = (block, host) =>
  h(
    'div',
    { class: 'block task' },
    h('span', { 'aria-label': block.status }, STATUS[block.status]),
    h(
      'div',
      {},
      block.title,
      block.details ? richText(block.details, host.names) : null,
      block.output ? richText(block.output, host.names) : null,
    ),
  );

const LEVELS = { default: 'ℹ️', info: 'ℹ️', warning: '⚠️', error: '⛔', success: '✅' };

const DRAW = {
  header: (block) => h('h2', { class: 'block header' }, plain(block.text.text)),
  divider: () => h('hr', { class: 'block divider' }),
  section,
  context,
  actions: (block, host) =>
    h(
      'div',
      { class: 'block actions' },
      block.elements.map((element) => interactive(block, element, host)),
    ),
  context_actions: (block, host) =>
    h(
      'div',
      { class: 'block actions' },
      block.elements.map((element) => interactive(block, element, host)),
    ),
  input,
  image: (block) =>
    h(
      'figure',
      { class: 'block' },
      block.title ? h('figcaption', {}, block.title.text) : null,
      image(block, { class: 'picture' }),
    ),
  rich_text: (block, host) => h('div', { class: 'block' }, richText(block, host.names)),
  markdown: (block) => h('div', { class: 'block' }, markdown(block.text)),
  table,
  data_table: table,
  alert: (block, host) =>
    h(
      'div',
      { class: `block alert ${block.level ?? 'default'}` },
      h('span', { 'aria-hidden': 'true' }, LEVELS[block.level ?? 'default']),
      h('div', {}, textObject(block.text, host.names)),
    ),
  card,
  carousel: (block, host) =>
    h(
      'div',
      { class: 'block carousel' },
      block.elements.map((entry) => card(entry, host)),
    ),
  container,
  task_card: task,
  plan: (block, host) =>
    h(
      'div',
      { class: 'block plan' },
      h('strong', {}, block.title),
      (block.tasks ?? []).map((entry) => task(entry, host)),
    ),
  video: (block) =>
    h(
      'div',
      { class: 'block' },
      h('a', { href: safeUrl(block.title_url ?? block.video_url) ?? '#', target: '_blank' }, block.title.text),
    ),
};

export const blocks = (list, host) =>
  h(
    'div',
    { class: 'blocks' },
    list.map((block) => DRAW[block.type]?.(block, host)),
  );

/** What a message says: its blocks, or else its text. */
export const messageBody = (message, host) =>
  message.blocks?.length > 0
    ? blocks(message.blocks, host)
    : h('div', { class: 'text' }, mrkdwn(message.text, host.names));
