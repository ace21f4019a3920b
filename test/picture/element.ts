/** Elements of a picture, as a tree: what people wrote is never read as HTML. */
import type { Element, ElementContent } from 'hast';

export type Part = ElementContent | string;

/** `name` as in CSS: `div.message`. */
export function element(name: string, ...children: readonly Part[]): Element {
  const [tagName = 'div', ...className] = name.split('.');
  return {
    type: 'element',
    tagName,
    properties: className.length > 0 ? { className } : {},
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}
