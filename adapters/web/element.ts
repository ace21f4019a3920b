/** Short names for the nodes of HTML. */
import type { Element, ElementContent, Text } from 'hast';

export const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({ type: 'element', tagName, properties, children });

export const text = (value: string): Text => ({ type: 'text', value });
