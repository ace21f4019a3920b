/** What a reader sees of components, as lines: buttons in brackets, menus with a triangle. https://docs.discord.com/developers/components/reference */
import { componentTypes } from '../component.ts';
import type { Component } from '../component.ts';

/** Text as its reader sees it. */
export type Read = (text: string) => string;

function emojiOf({ emoji }: Component): string {
  return emoji?.name === undefined || emoji.name === null ? '' : `${emoji.name} `;
}

/** What a person reads on it. */
export const labelOf = (of: Component): string =>
  `${emojiOf(of)}${of.label ?? of.placeholder ?? of.custom_id ?? ''}`.trim();

const renderButton = (of: Component): string => {
  const label = of.disabled === true ? `${labelOf(of)} (off)` : labelOf(of);
  return of.url === undefined ? `[${label}]` : `[${label} <${of.url}>]`;
};

const renderControl = (of: Component): string =>
  of.type === componentTypes.button ? renderButton(of) : `[${labelOf(of)} ▾]`;

type Render = (of: Component, read: Read) => string[];

const all = (of: Component, read: Read): string[] =>
  (of.components ?? []).flatMap((one) => renderComponent(one, read));

const accessory = ({ accessory: of }: Component): string[] => {
  if (!of) return [];
  return of.type === componentTypes.button ? [renderButton(of)] : [`(image: ${of.description ?? ''})`];
};

const renderers: Readonly<Record<number, Render>> = {
  [componentTypes.row]: (of) => [(of.components ?? []).map(renderControl).join(' ')],
  [componentTypes.section]: (of, read) => [...all(of, read), ...accessory(of)],
  [componentTypes.text]: (of, read) => read(of.content ?? '').split('\n'),
  [componentTypes.gallery]: (of) =>
    (of.items ?? []).map(({ description }) => `(image: ${description ?? ''})`),
  [componentTypes.file]: (of) => [`(file: ${of.file?.url.replace('attachment://', '') ?? ''})`],
  [componentTypes.separator]: (of) => (of.divider === false ? [''] : ['---']),
  [componentTypes.container]: (of, read) => all(of, read).map((line) => `▏ ${line}`.trimEnd()),
};

export const renderComponent = (of: Component, read: Read): string[] =>
  renderers[of.type]?.(of, read) ?? [renderControl(of)];
