/** Components of messages and forms: what may stand where, and how much of it. https://docs.discord.com/developers/components/reference */
import type { Component } from '../component.ts';
import { componentTypes, everyComponent } from '../component.ts';
import { interactionLimits, messageLimits } from '../limits.ts';
import type { Fault } from '../refusal.ts';
import type { Path } from './fault.ts';
import { hasTwice, when } from './fault.ts';

const selects = new Set<number>([
  componentTypes.select,
  componentTypes.userSelect,
  componentTypes.roleSelect,
  componentTypes.mentionableSelect,
  componentTypes.channelSelect,
]);

/** Five buttons or one menu. */
function rowFaults({ components = [] }: Component, path: Path): readonly Fault[] {
  const hasMenu = components.some(({ type }) => selects.has(type));
  return when(hasMenu && components.length > 1, [...path, 'components'], 'rowWidth');
}

const linkStyle = 5;

function buttonFaults(button: Component, path: Path): readonly Fault[] {
  const { url, custom_id: id, label, emoji } = button;
  const isLink = button.style === linkStyle;
  return [
    ...when(isLink && url === undefined, [...path, 'url'], 'buttonUrl'),
    ...when(!isLink && id === undefined, [...path, 'custom_id'], 'buttonId'),
    ...when((isLink ? id : url) !== undefined, path, 'buttonBoth'),
    ...when(!label && !emoji, path, 'buttonLabel'),
  ];
}

function selectFaults(menu: Component, path: Path): readonly Fault[] {
  const values = menu.options?.map(({ value }) => value);
  const { min_values: min = 1, max_values: max = 1 } = menu;
  const isOver = min > max || (values !== undefined && max > values.length);
  return [
    ...when(hasTwice(values ?? []), [...path, 'options'], 'sameOption'),
    ...when(isOver, [...path, 'max_values'], 'selectCount'),
  ];
}

function own(of: Component, path: Path): readonly Fault[] {
  if (of.type === componentTypes.row) return rowFaults(of, path);
  if (of.type === componentTypes.button) return buttonFaults(of, path);
  return selects.has(of.type) ? selectFaults(of, path) : [];
}

const treeFaults = (of: Component, path: Path): readonly Fault[] => [
  ...own(of, path),
  ...(of.components ?? []).flatMap((one, index) => treeFaults(one, [...path, 'components', index])),
  ...(of.component ? treeFaults(of.component, [...path, 'component']) : []),
  ...(of.accessory ? treeFaults(of.accessory, [...path, 'accessory']) : []),
];

function innerFaults(components: readonly Component[], path: Path): readonly Fault[] {
  const ids = everyComponent(components).flatMap(({ custom_id }) => custom_id ?? []);
  return [
    ...components.flatMap((one, index) => treeFaults(one, [...path, index])),
    ...when(hasTwice(ids), path, 'sameId'),
  ];
}

/** Rows alone, at most five of them. */
const rowsOnly = (components: readonly Component[], path: Path): readonly Fault[] => [
  ...components.flatMap(({ type }, index) =>
    when(type !== componentTypes.row, [...path, index, 'type'], 'onlyRows'),
  ),
  ...when(components.length > messageLimits.rows, path, 'rows'),
];

function layout(components: readonly Component[], path: Path): readonly Fault[] {
  const all = everyComponent(components);
  const texts = all.filter(({ type }) => type === componentTypes.text);
  const length = texts.reduce((sum, { content = '' }) => sum + content.length, 0);
  return [
    ...when(all.length > messageLimits.components, path, 'components'),
    ...when(length > messageLimits.componentsText, path, 'componentsLength'),
  ];
}

/** Of a message; `isV2`: it has the flag for components of the second kind. */
export function componentFaults(components: readonly Component[], isV2: boolean): readonly Fault[] {
  const path = ['components'];
  const outer = isV2 ? layout(components, path) : rowsOnly(components, path);
  return [...outer, ...innerFaults(components, path)];
}

/** Of a form. https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal */
export function modalFaults(components: readonly Component[]): readonly Fault[] {
  const path = ['data', 'components'];
  return [
    ...when(components.length > interactionLimits.modalInputs, path, 'inputs'),
    ...innerFaults(components, path),
  ];
}
