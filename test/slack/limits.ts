/** What Slack publishes about sizes, counts and times; where its pages differ, the stricter number. Written without a look at the adapter. */

/** https://docs.slack.dev/reference/block-kit/blocks */
export const blockLimits = {
  blocksOfMessage: 50,
  blocksOfView: 100,
  id: 255,
  sectionText: 3000,
  sectionFields: 10,
  sectionField: 2000,
  headerText: 150,
  contextElements: 10,
  contextActions: 5,
  actions: 25,
  imageUrl: 3000,
  altText: 2000,
  imageTitle: 2000,
  inputLabel: 2000,
  inputHint: 2000,
  markdown: 12_000,
  tableRows: 100,
  tableCells: 20,
  dataTableRows: { min: 2, max: 100 },
  dataTableText: 10_000,
  dataTablePage: 100,
  cardTitle: 150,
  cardBody: 200,
  cardActions: 3,
  carouselCards: 10,
  alertText: 200,
} as const;

/** https://docs.slack.dev/reference/block-kit/block-elements */
export const elementLimits = {
  buttonText: 75,
  buttonValue: 2000,
  buttonUrl: 3000,
  accessibilityLabel: 75,
  placeholder: 150,
  options: 100,
  optionGroups: 100,
  overflowOptions: 5,
  choices: 10,
  optionText: 75,
  optionValue: 150,
  optionDescription: 75,
  inputLength: 3000,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
} as const;

/** https://docs.slack.dev/reference/views */
export const viewLimits = {
  title: 24,
  button: 24,
  privateMetadata: 3000,
  callbackId: 255,
  externalId: 255,
  /** https://docs.slack.dev/reference/methods/views.open: `view_too_large`. */
  bytes: 250 * 1024,
  /** https://docs.slack.dev/surfaces/modals: `push_limit_reached`. */
  stack: 3,
} as const;

/** https://docs.slack.dev/reference/methods/chat.postMessage */
export const messageLimits = {
  text: 40_000,
  /** Texts of all blocks together; published nowhere: https://github.com/slackapi/bolt-js/issues/2509. */
  blocksText: 12_000,
  /** Characters of JSON of all blocks together, where people saw them refused: https://github.com/slackapi/bolt-js/issues/2867. */
  blocksJson: 13_200,
} as const;

/** https://docs.slack.dev/reference/app-manifest */
export const manifestLimits = {
  name: 35,
  description: 140,
  longDescription: { min: 174, max: 4000 },
  commands: 50,
  command: 32,
  commandDescription: 2000,
  usageHint: 1000,
  shortcuts: 10,
  shortcutName: 24,
  shortcutDescription: 150,
  callbackId: 255,
  botName: 80,
  events: 100,
  scopes: 255,
  unfurlDomains: 5,
} as const;

/** https://docs.slack.dev/interactivity/handling-user-interaction */
export const interactionLimits = {
  deadline: 3000,
  triggerLife: 3000,
  responseUses: 5,
  responseLife: 30 * 60_000,
} as const;

/** https://docs.slack.dev/apis/events-api: at once, a minute and five minutes after the first time. */
export const retryDelays: readonly number[] = [0, 60_000, 300_000];

/** https://github.com/slackapi/node-slack-sdk/issues/1654 */
export const maxConnections = 10;

/** https://docs.slack.dev/apis/web-api/pagination: the most objects of a page. */
export const maxPage = 1000;
