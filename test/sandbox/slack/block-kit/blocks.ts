import { anyText, blockId, imageSource, imageSourceGiven, plainText, webAddress } from './composition.ts';
import {
  accessory,
  actionsElement,
  buttonElement,
  contextActionsElement,
  contextElement,
  imageElement,
  inputElement,
} from './elements.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import {
  boolean,
  byType,
  type Check,
  type Fields,
  integer,
  isObject,
  list,
  may,
  need,
  number,
  object,
  oneOf,
  type Surface,
  string,
} from './schema.ts';

/** The blocks themselves (docs.slack.dev/reference/block-kit/blocks). */

const type = need(string());
const block = (fields: Fields, ...rules: Parameters<typeof object>[1][]): Check =>
  object({ type, block_id: blockId, ...fields }, ...rules);

const cell = byType({
  raw_text: object({ type, text: need(string({ min: 1 })) }),
  raw_number: object({ type, value: need(number), text: need(string({ min: 1 })) }),
  rich_text: richText,
});

const sameLength: Parameters<typeof object>[1] = ({ rows }, at, run) => {
  const lengths = new Set((rows as unknown[][]).map((row) => row.length));
  if (lengths.size > 1) run.say('all rows must have the same number of cells', `${at}/rows`);
};

const plainHeader: Parameters<typeof object>[1] = ({ rows }, at, run) => {
  for (const [column, entry] of (rows as unknown[][])[0]?.entries() ?? [])
    if (isObject(entry) && entry.type === 'rich_text')
      run.say('unsupported type: rich_text', `${at}/rows/0/${column}/type`);
};

const card = block(
  {
    hero_image: may(imageElement),
    icon: may(imageElement),
    title: may(anyText(LIMITS.cardTitle)),
    subtitle: may(anyText(LIMITS.cardSubtitle)),
    body: may(anyText(LIMITS.cardBody)),
    actions: may(list(buttonElement, { min: 1 })),
  },
  (value, at, run) => {
    if (!['hero_image', 'title', 'actions', 'body'].some((field) => value[field] !== undefined))
      run.say('must define at least one of `hero_image`, `title`, `actions` or `body`', at);
  },
);

const taskCard = block({
  task_id: need(string({ min: 1 })),
  title: need(string({ min: 1 })),
  details: may(richText),
  output: may(richText),
  sources: may(list(object({ type: need(oneOf('url')), url: need(webAddress), text: need(string({ min: 1 })) }))),
  status: need(oneOf('pending', 'in_progress', 'complete', 'error')),
});

const BLOCKS: Record<string, Check> = {
  header: block({ text: need(plainText(LIMITS.headerText)) }),
  divider: block({}),
  section: block(
    {
      text: may(anyText(LIMITS.sectionText)),
      fields: may(list(anyText(LIMITS.sectionFieldText), { min: 1, max: LIMITS.sectionFields })),
      accessory: may(accessory),
      expand: may(boolean),
    },
    (value, at, run) => {
      if (value.text === undefined && value.fields === undefined) run.say('must define either `fields` or `text`', at);
    },
  ),
  context: block({ elements: need(list(contextElement, { min: 1, max: LIMITS.contextElements })) }),
  actions: block({ elements: need(list(actionsElement, { min: 1, max: LIMITS.actionsElements })) }),
  context_actions: block({
    elements: need(list(contextActionsElement, { min: 1, max: LIMITS.contextActionsElements })),
  }),
  input: block({
    label: need(plainText(LIMITS.inputLabel)),
    element: need(inputElement),
    hint: may(plainText(LIMITS.inputHint)),
    optional: may(boolean),
    dispatch_action: may(boolean),
  }),
  image: block(
    {
      alt_text: need(string({ min: 1, max: LIMITS.imageAlt })),
      title: may(plainText(LIMITS.imageTitle)),
      ...imageSource,
    },
    imageSourceGiven,
  ),
  rich_text: richText,
  markdown: block({ text: need(string({ min: 1, max: LIMITS.markdownBlock })) }),
  table: block({
    rows: need(list(list(cell, { min: 1, max: LIMITS.tableColumns }), { min: 1, max: LIMITS.tableRows })),
    column_settings: may(
      list(object({ align: may(oneOf('left', 'center', 'right')), is_wrapped: may(boolean) }), {
        max: LIMITS.tableColumnSettings,
      }),
    ),
  }),
  data_table: block(
    {
      rows: need(
        list(list(cell, { min: 1, max: LIMITS.dataTableColumns }), {
          min: LIMITS.dataTableRows[0],
          max: LIMITS.dataTableRows[1],
        }),
      ),
      caption: need(string({ min: 1 })),
      page_size: may(integer({ min: LIMITS.dataTablePageSize[0], max: LIMITS.dataTablePageSize[1] })),
      row_header_column_index: may(integer({ min: 0, max: LIMITS.dataTableColumns - 1 })),
    },
    sameLength,
    plainHeader,
  ),
  alert: block({
    text: need(anyText(LIMITS.text)),
    level: may(oneOf('default', 'info', 'warning', 'error', 'success')),
  }),
  card,
  carousel: block({
    elements: need(list(byType({ card }), { min: LIMITS.carouselElements[0], max: LIMITS.carouselElements[1] })),
  }),
  container: block(
    {
      title: may(plainText(LIMITS.containerTitle)),
      rich_text_title: may(richText),
      subtitle: may(anyText(LIMITS.containerSubtitle)),
      child_blocks: need((value, at, run) => children(value, at, run)),
      width: may(oneOf('narrow', 'standard', 'wide', 'full')),
      icon: may(imageElement),
      is_collapsible: may(boolean),
      default_collapsed: may(boolean),
      has_header_divider: may(boolean),
    },
    (value, at, run) => {
      if (value.title === undefined && value.rich_text_title === undefined)
        run.say('must define either `title` or `rich_text_title`', at);
      if (value.default_collapsed === true && value.is_collapsible !== true)
        run.say('`default_collapsed` requires `is_collapsible`', `${at}/default_collapsed`);
    },
  ),
  task_card: taskCard,
  plan: block({ title: need(string({ min: 1 })), tasks: may(list(byType({ task_card: taskCard }))) }),
  video: block({
    video_url: need(webAddress),
    thumbnail_url: need(webAddress),
    alt_text: need(string({ min: 1 })),
    title: need(plainText(LIMITS.videoTitle)),
    title_url: may(webAddress),
    author_name: may(string({ max: LIMITS.videoAuthor })),
    provider_name: may(string()),
    provider_icon_url: may(webAddress),
    description: may(plainText(LIMITS.text)),
  }),
};

/** Where Slack shows a block. `file` is missing: it stands in messages one reads, an app cannot post it. */
const SURFACES: Record<string, readonly Surface[]> = {
  alert: ['modal'],
  container: ['message', 'home'],
  carousel: ['message', 'home'],
  table: ['message', 'home'],
  data_table: ['message', 'home'],
  markdown: ['message'],
  context_actions: ['message'],
  task_card: ['message'],
  plan: ['message'],
};

/** Checks one block for the surface it stands on. */
export const anyBlock = byType(BLOCKS, (name, { surface }) => (SURFACES[name] ?? [surface]).includes(surface));

const CHILDREN = [
  'actions',
  'context',
  'divider',
  'header',
  'image',
  'input',
  'rich_text',
  'section',
  'table',
  'video',
];
const children: Check = list(
  byType(BLOCKS, (name, { surface }) => CHILDREN.includes(name) && (SURFACES[name] ?? [surface]).includes(surface)),
  { min: 1, max: LIMITS.containerBlocks },
);
