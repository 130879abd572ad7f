/**
 * The numbers Slack refuses by. Sources: docs.slack.dev (Block Kit reference, chat.postMessage, chat.update, views.*),
 * the comments of `@slack/types` 3.2, and two measured ones from issues of bolt-js, marked so.
 * Character counts are JavaScript string lengths: the stricter reading where Slack counts code points.
 */
export const LIMITS = {
  blocks: { message: 50, modal: 100, home: 100 },
  /** A root modal and two pushed on it. */
  viewStack: 3,

  /** `chat.postMessage` and `chat.postEphemeral`. */
  messageText: 40_000,
  /** `chat.update` is stricter than posting. */
  updatedText: 4_000,
  markdownText: 12_000,
  /** All `markdown` blocks of a message together. */
  markdownBlocks: 12_000,
  /** Undocumented: a message was refused at 13,172 characters of serialised blocks (bolt-js#2509). */
  blocksSerialized: 13_171,
  /** Undocumented: a message was refused with 11,341 characters of text in its blocks (bolt-js#2867). */
  blocksText: 11_340,
  tablesPerMessage: 1,
  /** Characters in all table cells of one message. */
  tableText: 10_000,
  /** Message metadata, serialised; the documented cap is 16 KB. */
  metadata: 16_384,

  block_id: 255,
  action_id: 255,
  callback_id: 255,
  external_id: 255,

  viewTitle: 24,
  viewSubmit: 24,
  viewClose: 24,
  private_metadata: 3_000,

  text: 3_000,
  headerText: 150,
  sectionText: 3_000,
  sectionFields: 10,
  sectionFieldText: 2_000,
  actionsElements: 25,
  contextElements: 10,
  contextActionsElements: 5,
  inputLabel: 2_000,
  inputHint: 2_000,
  imageAlt: 2_000,
  imageTitle: 2_000,
  markdownBlock: 12_000,
  cardTitle: 150,
  cardSubtitle: 150,
  cardBody: 200,
  carouselElements: [1, 10],
  containerBlocks: 10,
  containerTitle: 150,
  containerSubtitle: 150,
  tableRows: 100,
  tableColumns: 20,
  tableColumnSettings: 20,
  dataTableRows: [2, 101],
  dataTableColumns: 20,
  dataTablePageSize: [1, 100],
  videoTitle: 199,
  videoAuthor: 49,

  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  accessibilityLabel: 75,
  placeholder: 150,
  options: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  overflowOptions: 5,
  checkboxOptions: 10,
  radioOptions: 10,
  optionText: 75,
  optionDescription: 75,
  optionValue: 150,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  inputLength: 3_000,
  fileInputFiles: [1, 10],
  richTextInputLines: [1, 100],

  /** `external_select` asks the app only from this many characters on, unless it says otherwise. */
  minQueryLength: 3,
  suggestedPrompts: 4,
} as const;

/** Milliseconds, and counts that are bound to time. */
export const TIMES = {
  /** Events, interactions, commands and typeahead have to be acknowledged within this. */
  ack: 3_000,
  trigger: 3_000,
  responseUrl: 30 * 60_000,
  responseUrlUses: 5,
} as const;
