/** Components of Discord's as elements: those that the bot sends. The look is our own. */
import type { Element } from 'hast';
import { componentTypes } from '../discord/component.ts';
import type { Component } from '../discord/component.ts';
import { labelOf } from '../discord/render/component.ts';
import type { Read } from '../discord/render/component.ts';
import { drawText } from './discord-text.ts';
import { element } from './element.ts';

type Draw = (of: Component, read: Read) => readonly Element[];

const inner = ({ components = [] }: Component, read: Read): Element[] => drawComponents(components, read);

const drawings: Readonly<Record<number, Draw>> = {
  [componentTypes.text]: ({ content = '' }, read) => drawText(content, read),
  [componentTypes.separator]: () => [element('hr')],
  [componentTypes.container]: (of, read) => [element('div.container', ...inner(of, read))],
  [componentTypes.section]: (of, read) => [
    element(
      'div.section',
      element('div', ...inner(of, read)),
      ...drawComponents(of.accessory === undefined ? [] : [of.accessory], read),
    ),
  ],
  [componentTypes.row]: (of, read) => [element('div.actions', ...inner(of, read))],
  [componentTypes.button]: (of) => [element('span.button', labelOf(of))],
};

/** Throws for a component that nobody has drawn yet: a picture leaves nothing out. */
export const drawComponents = (components: readonly Component[], read: Read): Element[] =>
  components.flatMap((of) => {
    const draw = drawings[of.type];
    if (draw === undefined) throw new Error(`a component of type ${of.type} can not be drawn yet`);
    return draw(of, read);
  });
