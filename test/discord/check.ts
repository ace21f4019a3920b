/** Limits of messages and forms that Discord's specification leaves out. */
import type { APIEmbed } from 'discord.js';
import type { Component } from './component.ts';
import { componentTypes, everyComponent } from './component.ts';
import { interactionLimits, messageLimits } from './limits.ts';
import type { Fault } from './refusal.ts';

type Path = Fault['path'];

const fault = (path: Path, code: string, message: string): Fault => ({ path, code, message });
const required = (path: Path): Fault => fault(path, 'BASE_TYPE_REQUIRED', 'This field is required');
const twice = (path: Path): Fault =>
  fault(path, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');

/** `https://docs.discord.com/developers/resources/message#message-object-message-flags`: components of the second kind. */
export const componentsV2 = 1 << 15;
export const ephemeral = 1 << 6;

/** What these checks look at in the body of a message. */
export interface Payload {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly Component[] | null;
  readonly allowed_mentions?: {
    readonly parse?: readonly string[];
    readonly users?: readonly string[];
    readonly roles?: readonly string[];
  } | null;
  readonly flags?: number | null;
  readonly poll?: unknown;
  readonly sticker_ids?: readonly string[] | null;
}

const embedLength = (embed: APIEmbed): number =>
  [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);

function embedFaults(embeds: readonly APIEmbed[]): Fault[] {
  const empty = embeds.flatMap(({ fields = [] }, index) =>
    fields.flatMap(({ name, value }, place) => [
      ...(name.trim() === '' ? [required(['embeds', index, 'fields', place, 'name'])] : []),
      ...(value.trim() === '' ? [required(['embeds', index, 'fields', place, 'value'])] : []),
    ]),
  );
  const sum = embeds.reduce((all, embed) => all + embedLength(embed), 0);
  const { embedsText } = messageLimits;
  if (sum <= embedsText) return empty;
  return [
    ...empty,
    fault(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${embedsText}`),
  ];
}

/** Kinds that a set of mentions may list by id. */
const kinds = ['users', 'roles'] as const;

/** https://docs.discord.com/developers/resources/message#allowed-mentions-object */
function mentionFaults(allowed: NonNullable<Payload['allowed_mentions']>): Fault[] {
  return kinds.flatMap((kind) => {
    const ids = allowed[kind] ?? [];
    const path = ['allowed_mentions', kind];
    const both = ids.length > 0 && allowed.parse?.includes(kind) === true;
    const doubled = new Set(ids).size < ids.length;
    return [
      ...(both
        ? [
            fault(
              path,
              'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
              `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
            ),
          ]
        : []),
      ...(doubled
        ? [fault(path, 'SET_TYPE_ALREADY_CONTAINS_VALUE', 'The set already contains this value')]
        : []),
    ];
  });
}

const selects = new Set<number>([
  componentTypes.select,
  componentTypes.userSelect,
  componentTypes.roleSelect,
  componentTypes.mentionableSelect,
  componentTypes.channelSelect,
]);

/** Five buttons or one menu. */
function rowFaults(row: Component, path: Path): Fault[] {
  const inner = row.components ?? [];
  const menus = inner.filter(({ type }) => selects.has(type)).length;
  if (menus === 0 || inner.length === 1) return [];
  return [
    fault(
      [...path, 'components'],
      'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      'The specified component exceeds the maximum width',
    ),
  ];
}

const linkStyle = 5;

function buttonFaults(button: Component, path: Path): Fault[] {
  const isLink = button.style === linkStyle;
  const wrong = isLink ? button.custom_id : button.url;
  return [
    ...(isLink && button.url === undefined
      ? [fault([...path, 'url'], 'BUTTON_COMPONENT_INVALID_URL', 'A url is required')]
      : []),
    ...(!isLink && button.custom_id === undefined
      ? [fault([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required')]
      : []),
    ...(wrong === undefined
      ? []
      : [
          fault(
            path,
            'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
            'A custom id and url cannot both be specified',
          ),
        ]),
    ...(!button.label && !button.emoji
      ? [fault(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A label or emoji is required')]
      : []),
  ];
}

function selectFaults(menu: Component, path: Path): Fault[] {
  const values = (menu.options ?? []).map(({ value }) => value);
  const { min_values: min = 1, max_values: max = 1 } = menu;
  return [
    ...(new Set(values).size < values.length
      ? [
          fault(
            [...path, 'options'],
            'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
            'The specified option value is already used',
          ),
        ]
      : []),
    ...(min > max || (menu.options && max > values.length)
      ? [
          fault(
            [...path, 'max_values'],
            'BASE_TYPE_BAD_LENGTH',
            'Must be between min_values and the number of options.',
          ),
        ]
      : []),
  ];
}

function own(of: Component, path: Path): Fault[] {
  if (of.type === componentTypes.row) return rowFaults(of, path);
  if (of.type === componentTypes.button) return buttonFaults(of, path);
  return selects.has(of.type) ? selectFaults(of, path) : [];
}

function treeFaults(of: Component, path: Path): Fault[] {
  return [
    ...own(of, path),
    ...(of.components ?? []).flatMap((one, index) => treeFaults(one, [...path, 'components', index])),
    ...(of.component ? treeFaults(of.component, [...path, 'component']) : []),
    ...(of.accessory ? treeFaults(of.accessory, [...path, 'accessory']) : []),
  ];
}

function duplicates(components: readonly Component[]): Fault[] {
  const ids = everyComponent(components).flatMap(({ custom_id }) => custom_id ?? []);
  return new Set(ids).size < ids.length ? [twice(['components'])] : [];
}

function layoutFaults(components: readonly Component[], isV2: boolean): Fault[] {
  if (!isV2) {
    const strange = components.flatMap(({ type }, index) =>
      type === componentTypes.row
        ? []
        : [
            fault(
              ['components', index, 'type'],
              'UNION_TYPE_CHOICES',
              'Value of field "type" must be one of (1,).',
            ),
          ],
    );
    if (components.length <= messageLimits.rows) return strange;
    return [
      ...strange,
      fault(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${messageLimits.rows} in length.`),
    ];
  }
  const all = everyComponent(components);
  const text = all.reduce((sum, { type, content }) => sum + (type === 10 ? (content?.length ?? 0) : 0), 0);
  return [
    ...(all.length > messageLimits.components
      ? [
          fault(
            ['components'],
            'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED',
            `The total number of components exceeds ${messageLimits.components}`,
          ),
        ]
      : []),
    ...(text > messageLimits.componentsText
      ? [
          fault(
            ['components'],
            'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
            `Displayable text exceeds ${messageLimits.componentsText} characters`,
          ),
        ]
      : []),
  ];
}

const legacy = ['content', 'embeds', 'poll', 'sticker_ids'] as const;

const isThere = (value: unknown): boolean =>
  value != null && value !== '' && !(Array.isArray(value) && value.length === 0);

const legacyFaults = (payload: Payload): Fault[] =>
  legacy
    .filter((key) => isThere(payload[key]))
    .map((key) =>
      fault(
        [key],
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      ),
    );

/** `flags`: those of the message that is changed, if one is. */
export function messageFaults(payload: Payload, flags = payload.flags ?? 0): readonly Fault[] {
  const isV2 = (flags & componentsV2) !== 0;
  const components = payload.components ?? [];
  const { content: max } = messageLimits;
  return [
    ...((payload.content ?? '').length > max
      ? [fault(['content'], 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)]
      : []),
    ...embedFaults(payload.embeds ?? []),
    ...mentionFaults(payload.allowed_mentions ?? {}),
    ...layoutFaults(components, isV2),
    ...components.flatMap((one, index) => treeFaults(one, ['components', index])),
    ...duplicates(components),
    ...(isV2 ? legacyFaults(payload) : []),
  ];
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export function modalFaults(components: readonly Component[]): readonly Fault[] {
  const { modalInputs } = interactionLimits;
  const path: Path = ['data', 'components'];
  return [
    ...(components.length > modalInputs
      ? [fault(path, 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${modalInputs} in length.`)]
      : []),
    ...duplicates(components).map((one) => ({ ...one, path: ['data', ...one.path] })),
    ...components.flatMap((one, index) => treeFaults(one, [...path, index])),
  ];
}
