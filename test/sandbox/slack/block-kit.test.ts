import { describe, expect, it } from 'vitest';
import {
  blocksAreTooLong,
  checkMessageBlocks,
  checkSuggestions,
  checkView,
  inSlacksWords,
  type Json,
} from './block-kit.ts';

/** Each limit from both sides: the last that Slack takes, and the first that it refuses, in Slack's words. */

const plain = (length: number): Json => ({ type: 'plain_text', text: 'x'.repeat(length) });
const marked = (length: number): Json => ({ type: 'mrkdwn', text: 'x'.repeat(length) });
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const option = (index: number, more: Json = {}): Json => ({ text: plain(1), value: `v${index}`, ...more });
const button = (more: Json = {}): Json => ({ type: 'button', text: plain(2), ...more });
const select = (more: Json = {}): Json => ({ type: 'static_select', options: [option(0)], ...more });
const actions = (...elements: Json[]): Json => ({ type: 'actions', elements });
const input = (element: Json, more: Json = {}): Json => ({ type: 'input', label: plain(3), element, ...more });
const text = (more: Json = {}): Json => ({ type: 'plain_text_input', action_id: 'a', ...more });
const modal = (blocks: Json[], more: Json = {}): Json => ({
  type: 'modal',
  title: plain(5),
  submit: plain(5),
  blocks,
  ...more,
});
const rich = { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'x' }] }] };
const raw = (content = 'x'): Json => ({ type: 'raw_text', text: content });
const section = (more: Json): Json => ({ type: 'section', ...more });

const inMessage = (blocks: unknown) => checkMessageBlocks(blocks).map(inSlacksWords);
const inModal = (view: unknown) => checkView(view, 'modal').map(inSlacksWords);
const inHome = (blocks: unknown) => checkView({ type: 'home', blocks }, 'home').map(inSlacksWords);

describe('what a message may hold', () => {
  const rows: { what: string; make: (size: number) => Json[]; most: number; complaint: string }[] = [
    {
      what: 'blocks',
      make: (n) => times(n, () => ({ type: 'divider' })),
      most: 50,
      complaint: 'no more than 50 items allowed [json-pointer:/blocks]',
    },
    {
      what: 'header',
      make: (n) => [{ type: 'header', text: plain(n) }],
      most: 150,
      complaint: 'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    },
    {
      what: 'section text',
      make: (n) => [section({ text: marked(n) })],
      most: 3000,
      complaint: 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    },
    {
      what: 'section fields',
      make: (n) => [section({ fields: times(n, () => marked(1)) })],
      most: 10,
      complaint: 'no more than 10 items allowed [json-pointer:/blocks/0/fields]',
    },
    {
      what: 'field text',
      make: (n) => [section({ fields: [marked(n)] })],
      most: 2000,
      complaint: 'must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]',
    },
    {
      what: 'actions',
      make: (n) => [actions(...times(n, () => button()))],
      most: 25,
      complaint: 'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    },
    {
      what: 'context',
      make: (n) => [{ type: 'context', elements: times(n, () => marked(1)) }],
      most: 10,
      complaint: 'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    },
    {
      what: 'context actions',
      make: (n) => [
        { type: 'context_actions', elements: times(n, () => ({ type: 'icon_button', icon: 'trash', text: plain(1) })) },
      ],
      most: 5,
      complaint: 'no more than 5 items allowed [json-pointer:/blocks/0/elements]',
    },
    {
      what: 'button text',
      make: (n) => [actions(button({ text: plain(n) }))],
      most: 75,
      complaint: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    },
    {
      what: 'button value',
      make: (n) => [actions(button({ value: 'x'.repeat(n) }))],
      most: 2000,
      complaint: 'must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]',
    },
    {
      what: 'button url',
      make: (n) => [actions(button({ url: 'x'.repeat(n) }))],
      most: 3000,
      complaint: 'must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]',
    },
    {
      what: 'accessibility label',
      make: (n) => [actions(button({ accessibility_label: 'x'.repeat(n) }))],
      most: 75,
      complaint: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]',
    },
    {
      what: 'action_id',
      make: (n) => [actions(button({ action_id: 'x'.repeat(n) }))],
      most: 255,
      complaint: 'must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]',
    },
    {
      what: 'block_id',
      make: (n) => [{ type: 'divider', block_id: 'x'.repeat(n) }],
      most: 255,
      complaint: 'must be less than 256 characters [json-pointer:/blocks/0/block_id]',
    },
    {
      what: 'options',
      make: (n) => [actions(select({ options: times(n, (i) => option(i)) }))],
      most: 100,
      complaint: 'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]',
    },
    {
      what: 'option groups',
      make: (n) =>
        [
          actions(
            select({ options: undefined, option_groups: times(n, (i) => ({ label: plain(1), options: [option(i)] })) }),
          ),
        ].map((block) => JSON.parse(JSON.stringify(block))),
      most: 100,
      complaint: 'no more than 100 items allowed [json-pointer:/blocks/0/elements/0/option_groups]',
    },
    {
      what: 'option text',
      make: (n) => [actions(select({ options: [option(0, { text: plain(n) })] }))],
      most: 75,
      complaint: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/text/text]',
    },
    {
      what: 'option value',
      make: (n) => [actions(select({ options: [option(0, { value: 'x'.repeat(n) })] }))],
      most: 150,
      complaint: 'must be less than 151 characters [json-pointer:/blocks/0/elements/0/options/0/value]',
    },
    {
      what: 'option description',
      make: (n) => [actions(select({ options: [option(0, { description: plain(n) })] }))],
      most: 75,
      complaint: 'must be less than 76 characters [json-pointer:/blocks/0/elements/0/options/0/description/text]',
    },
    {
      what: 'placeholder',
      make: (n) => [actions(select({ placeholder: plain(n) }))],
      most: 150,
      complaint: 'must be less than 151 characters [json-pointer:/blocks/0/elements/0/placeholder/text]',
    },
    {
      what: 'overflow',
      make: (n) => [actions({ type: 'overflow', options: times(n, (i) => option(i)) })],
      most: 5,
      complaint: 'no more than 5 items allowed [json-pointer:/blocks/0/elements/0/options]',
    },
    {
      what: 'radio buttons',
      make: (n) => [actions({ type: 'radio_buttons', options: times(n, (i) => option(i)) })],
      most: 10,
      complaint: 'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
    },
    {
      what: 'checkboxes',
      make: (n) => [actions({ type: 'checkboxes', options: times(n, (i) => option(i)) })],
      most: 10,
      complaint: 'no more than 10 items allowed [json-pointer:/blocks/0/elements/0/options]',
    },
    {
      what: 'confirm title',
      make: (n) => [actions(button({ confirm: { title: plain(n), text: plain(1) } }))],
      most: 100,
      complaint: 'must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]',
    },
    {
      what: 'confirm text',
      make: (n) => [actions(button({ confirm: { text: marked(n) } }))],
      most: 300,
      complaint: 'must be less than 301 characters [json-pointer:/blocks/0/elements/0/confirm/text/text]',
    },
    {
      what: 'confirm button',
      make: (n) => [actions(button({ confirm: { text: plain(1), confirm: plain(n) } }))],
      most: 30,
      complaint: 'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/confirm/text]',
    },
    {
      what: 'deny button',
      make: (n) => [actions(button({ confirm: { text: plain(1), deny: plain(n) } }))],
      most: 30,
      complaint: 'must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]',
    },
    {
      what: 'input label',
      make: (n) => [input(text(), { label: plain(n) })],
      most: 2000,
      complaint: 'must be less than 2001 characters [json-pointer:/blocks/0/label/text]',
    },
    {
      what: 'input hint',
      make: (n) => [input(text(), { hint: plain(n) })],
      most: 2000,
      complaint: 'must be less than 2001 characters [json-pointer:/blocks/0/hint/text]',
    },
    {
      what: 'image alt text',
      make: (n) => [{ type: 'image', image_url: 'https://example.com/a.png', alt_text: 'x'.repeat(n) }],
      most: 2000,
      complaint: 'must be less than 2001 characters [json-pointer:/blocks/0/alt_text]',
    },
    {
      what: 'markdown',
      make: (n) => [{ type: 'markdown', text: 'x'.repeat(n) }],
      most: 12_000,
      complaint: 'must be less than 12001 characters [json-pointer:/blocks/0/text]',
    },
    {
      what: 'card title',
      make: (n) => [{ type: 'card', title: marked(n) }],
      most: 150,
      complaint: 'must be less than 151 characters [json-pointer:/blocks/0/title/text]',
    },
    {
      what: 'card body',
      make: (n) => [{ type: 'card', body: marked(n) }],
      most: 200,
      complaint: 'must be less than 201 characters [json-pointer:/blocks/0/body/text]',
    },
    {
      what: 'carousel',
      make: (n) => [{ type: 'carousel', elements: times(n, () => ({ type: 'card', title: marked(1) })) }],
      most: 10,
      complaint: 'no more than 10 items allowed [json-pointer:/blocks/0/elements]',
    },
    {
      what: 'container',
      make: (n) => [{ type: 'container', title: plain(1), child_blocks: times(n, () => ({ type: 'divider' })) }],
      most: 10,
      complaint: 'no more than 10 items allowed [json-pointer:/blocks/0/child_blocks]',
    },
    {
      what: 'table rows',
      make: (n) => [{ type: 'table', rows: times(n, () => [raw()]) }],
      most: 100,
      complaint: 'no more than 100 items allowed [json-pointer:/blocks/0/rows]',
    },
    {
      what: 'table columns',
      make: (n) => [{ type: 'table', rows: [times(n, () => raw())] }],
      most: 20,
      complaint: 'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
    },
    {
      what: 'table text',
      make: (n) => [{ type: 'table', rows: [[raw('x'.repeat(n))]] }],
      most: 10_000,
      complaint: 'table cells must have less than 10001 characters [json-pointer:/blocks]',
    },
    {
      what: 'data table rows',
      make: (n) => [{ type: 'data_table', caption: 'x', rows: times(n, () => [raw()]) }],
      most: 101,
      complaint: 'no more than 101 items allowed [json-pointer:/blocks/0/rows]',
    },
    {
      what: 'tables',
      make: (n) => times(n, () => ({ type: 'table', rows: [[raw()]] })),
      most: 1,
      complaint: 'only_one_table_allowed [json-pointer:/blocks]',
    },
  ];

  it.each(rows)('$what: $most at most', ({ make, most, complaint }) => {
    expect(inMessage(make(most))).toEqual([]);
    expect(inMessage(make(most + 1))).toContain(complaint);
  });

  it.each([
    {
      what: 'no text',
      blocks: [section({ text: plain(0) })],
      complaint: 'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
    },
    {
      what: 'no text and no fields',
      blocks: [section({})],
      complaint: 'must define either `fields` or `text` [json-pointer:/blocks/0]',
    },
    {
      what: 'text that is no object',
      blocks: [section({ text: 'hello' })],
      complaint: 'must provide an object [json-pointer:/blocks/0/text]',
    },
    {
      what: 'mrkdwn in a header',
      blocks: [{ type: 'header', text: marked(1) }],
      complaint: 'unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]',
    },
    {
      what: 'a block nobody knows',
      blocks: [{ type: 'sparkle' }],
      complaint: 'unsupported type: sparkle [json-pointer:/blocks/0/type]',
    },
    {
      what: 'a block without type',
      blocks: [{ text: plain(1) }],
      complaint: 'missing required field: type [json-pointer:/blocks/0]',
    },
    {
      what: 'an inherited name as type',
      blocks: [{ type: 'constructor' }],
      complaint: 'unsupported type: constructor [json-pointer:/blocks/0/type]',
    },
    {
      what: 'a property nobody knows',
      blocks: [{ type: 'divider', colour: 'red' }],
      complaint: 'invalid additional property: colour [json-pointer:/blocks/0]',
    },
    {
      what: 'an alert, which modals alone show',
      blocks: [{ type: 'alert', text: marked(1) }],
      complaint: 'unsupported type: alert [json-pointer:/blocks/0/type]',
    },
    {
      what: 'a remote file, which apps cannot post',
      blocks: [{ type: 'file', external_id: 'x', source: 'remote' }],
      complaint: 'unsupported type: file [json-pointer:/blocks/0/type]',
    },
    {
      what: 'a text input among buttons',
      blocks: [actions(text())],
      complaint: 'unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]',
    },
    {
      what: 'a file input',
      blocks: [input({ type: 'file_input' })],
      complaint: 'unsupported type: file_input [json-pointer:/blocks/0/element/type]',
    },
    {
      what: 'a style nobody knows',
      blocks: [actions(button({ style: 'warning' }))],
      complaint: 'must be a valid enum value [json-pointer:/blocks/0/elements/0/style]',
    },
    {
      what: 'no option',
      blocks: [actions(select({ options: [] }))],
      complaint: 'must provide at least 1 items [json-pointer:/blocks/0/elements/0/options]',
    },
    {
      what: 'neither options nor groups',
      blocks: [actions({ type: 'static_select' })],
      complaint: 'must define either `options` or `option_groups` [json-pointer:/blocks/0/elements/0]',
    },
    {
      what: 'a first choice that is no option',
      blocks: [actions(select({ initial_option: option(7) }))],
      complaint: 'must match one of the provided options [json-pointer:/blocks/0/elements/0/initial_option]',
    },
    {
      what: 'the same action_id twice in a block',
      blocks: [actions(button({ action_id: 'go' }), button({ action_id: 'go' }))],
      complaint: '`action_id` "go" already exists [json-pointer:/blocks/0/elements/1/action_id]',
    },
    {
      what: 'the same block_id twice',
      blocks: times(2, () => ({ type: 'divider', block_id: 'b' })),
      complaint: '`block_id` "b" already exists [json-pointer:/blocks/1/block_id]',
    },
    {
      what: 'an image from nowhere',
      blocks: [{ type: 'image', alt_text: 'x' }],
      complaint: 'must define either `image_url` or `slack_file` [json-pointer:/blocks/0]',
    },
    {
      what: 'a card of nothing',
      blocks: [{ type: 'card' }],
      complaint: 'must define at least one of `hero_image`, `title`, `actions` or `body` [json-pointer:/blocks/0]',
    },
    {
      what: 'a data table without caption',
      blocks: [{ type: 'data_table', rows: [[raw()], [raw()]] }],
      complaint: 'missing required field: caption [json-pointer:/blocks/0]',
    },
    {
      what: 'a data table of one row',
      blocks: [{ type: 'data_table', caption: 'x', rows: [[raw()]] }],
      complaint: 'must provide at least 2 items [json-pointer:/blocks/0/rows]',
    },
    {
      what: 'rows of different length',
      blocks: [{ type: 'data_table', caption: 'x', rows: [[raw()], [raw(), raw()]] }],
      complaint: 'all rows must have the same number of cells [json-pointer:/blocks/0/rows]',
    },
    {
      what: 'an empty cell',
      blocks: [{ type: 'table', rows: [[raw('')]] }],
      complaint: 'must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]',
    },
    {
      what: 'markdown beyond the sum',
      blocks: times(2, () => ({ type: 'markdown', text: 'x'.repeat(6001) })),
      complaint: 'markdown blocks must have less than 12001 characters [json-pointer:/blocks]',
    },
    {
      what: 'a wrong date',
      blocks: [actions({ type: 'datepicker', initial_date: '1.2.2026' })],
      complaint: 'must be a date in the format YYYY-MM-DD [json-pointer:/blocks/0/elements/0/initial_date]',
    },
    {
      what: 'something that is no list',
      blocks: { type: 'divider' },
      complaint: 'must be an array [json-pointer:/blocks]',
    },
  ])('refuses $what', ({ blocks, complaint }) => {
    expect(inMessage(blocks)).toContain(complaint);
  });

  it('takes the same action_id in two blocks', () => {
    expect(inMessage(times(2, () => actions(button({ action_id: 'go' }))))).toEqual([]);
  });

  it('says twice what is wrong where either kind of text would do, as Slack does', () => {
    expect(inMessage([section({ text: marked(3001) })])).toEqual([
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
    ]);
  });

  it.each([
    { what: 'rich text', block: rich },
    {
      what: 'a list in rich text',
      block: {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            elements: [{ type: 'rich_text_section', elements: [{ type: 'emoji', name: 'eyes' }] }],
          },
        ],
      },
    },
    {
      what: 'a section with a picture',
      block: section({
        text: marked(1),
        accessory: { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' },
      }),
    },
    {
      what: 'feedback',
      block: {
        type: 'context_actions',
        elements: [
          {
            type: 'feedback_buttons',
            positive_button: { text: plain(1), value: 'up' },
            negative_button: { text: plain(1), value: 'down' },
          },
        ],
      },
    },
    {
      what: 'a plan',
      block: {
        type: 'plan',
        title: 'x',
        tasks: [{ type: 'task_card', task_id: '1', title: 'x', status: 'complete', output: rich }],
      },
    },
    { what: 'an input', block: input(text()) },
    {
      what: 'a video',
      block: {
        type: 'video',
        video_url: 'https://example.com/v',
        thumbnail_url: 'https://example.com/t',
        alt_text: 'x',
        title: plain(199),
      },
    },
  ])('takes $what', ({ block }) => {
    expect(inMessage([block])).toEqual([]);
  });
});

describe('the cap on all blocks together', () => {
  const sections = (characters: number) =>
    times(8, (index) => section({ text: marked(index < 7 ? 1_000 : characters - 7_000) }));

  it('takes 9,900 characters of text and refuses 11,341, as was measured', () => {
    expect(blocksAreTooLong(sections(9_900))).toBe(false);
    expect(
      blocksAreTooLong([...times(11, () => section({ text: marked(1_000) })), section({ text: marked(341) })]),
    ).toBe(true);
  });

  it('counts what is no text as well', () => {
    expect(blocksAreTooLong([actions(...times(8, () => button({ value: 'x'.repeat(1_500) })))])).toBe(false);
    expect(blocksAreTooLong([actions(...times(8, () => button({ value: 'x'.repeat(1_700) })))])).toBe(true);
  });
});

describe('what a modal may hold', () => {
  it.each([
    {
      what: 'title',
      make: (n: number) => modal([], { title: plain(n) }),
      most: 24,
      complaint: 'must be less than 25 characters [json-pointer:/view/title/text]',
    },
    {
      what: 'submit',
      make: (n: number) => modal([], { submit: plain(n) }),
      most: 24,
      complaint: 'must be less than 25 characters [json-pointer:/view/submit/text]',
    },
    {
      what: 'close',
      make: (n: number) => modal([], { close: plain(n) }),
      most: 24,
      complaint: 'must be less than 25 characters [json-pointer:/view/close/text]',
    },
    {
      what: 'private_metadata',
      make: (n: number) => modal([], { private_metadata: 'x'.repeat(n) }),
      most: 3000,
      complaint: 'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    },
    {
      what: 'callback_id',
      make: (n: number) => modal([], { callback_id: 'x'.repeat(n) }),
      most: 255,
      complaint: 'must be less than 256 characters [json-pointer:/view/callback_id]',
    },
    {
      what: 'external_id',
      make: (n: number) => modal([], { external_id: 'x'.repeat(n) }),
      most: 255,
      complaint: 'must be less than 256 characters [json-pointer:/view/external_id]',
    },
    {
      what: 'blocks',
      make: (n: number) => modal(times(n, () => ({ type: 'divider' }))),
      most: 100,
      complaint: 'no more than 100 items allowed [json-pointer:/view/blocks]',
    },
    {
      what: 'files',
      make: (n: number) => modal([input({ type: 'file_input', max_files: n })]),
      most: 10,
      complaint: 'must be less than 11 [json-pointer:/view/blocks/0/element/max_files]',
    },
    {
      what: 'the length of an answer',
      make: (n: number) => modal([input(text({ max_length: n }))]),
      most: 3000,
      complaint: 'must be less than 3001 [json-pointer:/view/blocks/0/element/max_length]',
    },
  ])('$what: $most at most', ({ make, most, complaint }) => {
    expect(inModal(make(most))).toEqual([]);
    expect(inModal(make(most + 1))).toContain(complaint);
  });

  it('needs a submit button where there is something to fill in', () => {
    const view = { type: 'modal', title: plain(1), blocks: [{ type: 'divider' }, input(text())] };
    expect(inModal(view)).toEqual([
      'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/1/input]',
    ]);
    expect(inModal({ ...view, submit: plain(2) })).toEqual([]);
  });

  it.each([
    {
      what: 'no title',
      view: { type: 'modal', blocks: [] },
      complaint: 'missing required field: title [json-pointer:/view]',
    },
    {
      what: 'markdown',
      view: modal([{ type: 'markdown', text: 'x' }]),
      complaint: 'unsupported type: markdown [json-pointer:/view/blocks/0/type]',
    },
    {
      what: 'a table',
      view: modal([{ type: 'table', rows: [[raw()]] }]),
      complaint: 'unsupported type: table [json-pointer:/view/blocks/0/type]',
    },
    {
      what: 'two that want the focus',
      view: modal([input(text({ focus_on_load: true })), input(text({ focus_on_load: true }))]),
      complaint: 'only one element can set `focus_on_load` [json-pointer:/view/blocks/1/element/focus_on_load]',
    },
    {
      what: 'a home',
      view: { type: 'home', blocks: [] },
      complaint: 'must be a valid enum value [json-pointer:/view/type]',
    },
  ])('refuses $what', ({ view, complaint }) => {
    expect(inModal(view)).toContain(complaint);
  });

  it('takes an alert', () => {
    expect(inModal(modal([{ type: 'alert', level: 'warning', text: marked(1) }]))).toEqual([]);
  });
});

describe('what a home may hold', () => {
  it('takes 100 blocks, and a table', () => {
    expect(inHome(times(100, () => ({ type: 'divider' })))).toEqual([]);
    expect(inHome([{ type: 'table', rows: [[raw()]] }])).toEqual([]);
    expect(inHome(times(101, () => ({ type: 'divider' })))).toEqual([
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ]);
  });

  it('refuses a title', () => {
    expect(checkView({ type: 'home', blocks: [], title: plain(1) }, 'home').map(inSlacksWords)).toEqual([
      'invalid additional property: title [json-pointer:/view]',
    ]);
  });
});

describe('options for typeahead', () => {
  it.each([
    { what: '100 options', answer: { options: times(100, (i) => option(i)) }, complaints: [] },
    {
      what: '101 options',
      answer: { options: times(101, (i) => option(i)) },
      complaints: ['no more than 100 items allowed [json-pointer:/options]'],
    },
    { what: 'nothing', answer: {}, complaints: ['must define either `options` or `option_groups` [json-pointer:]'] },
    {
      what: 'a text too long',
      answer: { options: [option(0, { text: plain(76) })] },
      complaints: ['must be less than 76 characters [json-pointer:/options/0/text/text]'],
    },
  ])('$what', ({ answer, complaints }) => {
    expect(checkSuggestions(answer).map(inSlacksWords)).toEqual(complaints);
  });
});
