/** What can be wrong with a body beyond its shape, in Discord's words. */
import { commandLimits, interactionLimits, messageLimits } from '../limits.ts';
import type { Fault } from '../refusal.ts';

export type Path = Fault['path'];

const atMost = (max: number): string => `Must be ${max} or fewer in length.`;
const between = (max: number): string => `Must be between 1 and ${max} in length.`;

const words = {
  required: ['BASE_TYPE_REQUIRED', 'This field is required'],
  contentLength: ['BASE_TYPE_MAX_LENGTH', atMost(messageLimits.content)],
  embedsLength: ['MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${messageLimits.embedsText}`],
  parseAndList: [
    'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    'A kind of mention is either parsed or listed: the two are mutually exclusive.',
  ],
  listedTwice: ['SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value'],
  onlyRows: ['UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).'],
  rows: ['BASE_TYPE_BAD_LENGTH', between(messageLimits.rows)],
  inputs: ['BASE_TYPE_BAD_LENGTH', between(interactionLimits.modalInputs)],
  components: [
    'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
    `The total number of components exceeds ${messageLimits.components}`,
  ],
  componentsLength: [
    'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
    `The displayable text exceeds ${messageLimits.componentsText} characters`,
  ],
  sameId: ['COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated'],
  rowWidth: ['COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width'],
  buttonUrl: ['BUTTON_COMPONENT_INVALID_URL', 'A url is required'],
  buttonId: ['BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required'],
  buttonBoth: [
    'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    'A custom id and url cannot both be specified',
  ],
  buttonLabel: ['BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required'],
  sameOption: ['SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used'],
  selectCount: ['BASE_TYPE_BAD_LENGTH', 'Must be between min_values and the number of options.'],
  legacyField: [
    'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    'The field cannot be used when using MessageFlags.IS_COMPONENTS_V2',
  ],
  attachmentMissing: [
    'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
    'The referenced attachment could not be found',
  ],
  choiceValue: ['BASE_TYPE_MAX_LENGTH', atMost(interactionLimits.choiceValue)],
  commandName: ['APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid'],
  locale: ['BASE_TYPE_CHOICES', 'That is no locale of Discord.'],
  requiredFirst: [
    'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    'Required options must be placed before non-required options',
  ],
  sameName: ['APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option name already exists'],
  mixedOptions: [
    'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    'Sub-command and sub-command group option types are mutually exclusive to all other types',
  ],
  suggestsAndChoices: [
    'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
    'Autocomplete and choices exclude each other',
  ],
  menuDescription: [
    'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION',
    'Context menu commands cannot have description',
  ],
  commandSize: [
    'APPLICATION_COMMAND_TOO_LARGE',
    `Command exceeds maximum size (${commandLimits.characters})`,
  ],
  commandCount: ['APPLICATION_COMMANDS_MAX', 'Maximum number of application commands reached'],
} as const satisfies Readonly<Record<string, readonly [code: string, message: string]>>;

export type Word = keyof typeof words;

export function fault(path: Path, word: Word): Fault {
  const [code, message] = words[word];
  return { path, code, message };
}

/** That fault where it is so, none otherwise. */
export const when = (isWrong: boolean, path: Path, word: Word): readonly Fault[] =>
  isWrong ? [fault(path, word)] : [];

export const hasTwice = (list: readonly unknown[]): boolean => new Set(list).size < list.length;
