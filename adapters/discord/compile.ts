/**
 * A View → the components of a message: texts in Discord's own Markdown, rules, rows of buttons. All of it obeys limits.ts.
 * Components hold twice as much as plain content, are shown to who hides embeds, and none of their links gets a preview.
 */
import { ComponentType } from 'discord.js';
import type { APIFileComponent, APISeparatorComponent, APITextDisplayComponent } from 'discord.js';
import type { Root } from 'mdast';
import type { Attachment, View } from '../../src/port.ts';
import { fit, mostLeft, withCount } from '../../src/view/fit.ts';
import { textsOf } from './compile/block.ts';
import { buttonsOf } from './compile/button.ts';
import type { ButtonRow } from './compile/button.ts';
import { filesOf } from './compile/file.ts';
import type { Reader } from './compile/inline.ts';
import { componentLimits, messageText } from './limits.ts';

export type { Reader } from './compile/inline.ts';

export type Component = APITextDisplayComponent | APISeparatorComponent | APIFileComponent | ButtonRow;

/** What is shown of a view. */
export interface Compiled {
  /** Never none. */
  readonly components: readonly Component[];
  /** What the components refer to. */
  readonly files: readonly Attachment[];
  /** As much of the body as is shown: only whom this mentions may be notified. */
  readonly body: Root;
}

/** As much of a view as a message is made of. */
export type Shown = Pick<View, 'body' | 'next' | 'files'>;

/** How a view is laid out in a message. */
interface Layout {
  /** As much of its body, and a line that counts what is left. */
  readonly texts: (tree: Root, left: number) => readonly string[];
  /** What stands below the texts. */
  readonly below: readonly Component[];
  readonly files: readonly Attachment[];
  /** How many ways on have no button, and how many files are not handed over. */
  readonly left: number;
}

export function layoutOf({ next, files: given }: Shown, reader: Reader): Layout {
  const buttons = buttonsOf(next);
  const files = filesOf(given);
  return {
    texts: (tree, left) => textsOf(withCount(tree, left, reader.locale), reader),
    below: [...files.components, ...buttons.rows],
    files: files.sent,
    left: buttons.left + files.left,
  };
}

/** The view as a message. What does not fit is counted in a last line. */
export function compile(view: Shown, reader: Reader): Compiled {
  const layout = layoutOf(view, reader);
  const { texts, below, files } = layout;
  const room = componentLimits.inMessage - componentsIn(below);
  const { body, left } = fit(view.body, (begun) => isWithin(texts(begun, mostLeft), room));
  const shown = [...partedByRules(texts(body, left + layout.left)), ...below];
  return { components: shown.length === 0 ? [display('…')] : shown, files, body };
}

export const componentsIn = (components: readonly Component[]): number =>
  components.reduce((sum, each) => sum + countIn(each), 0);

/** Those in it are counted, too. */
const countIn = (component: Component): number =>
  'components' in component ? 1 + component.components.length : 1;

const isWithin = (texts: readonly string[], room: number): boolean =>
  charactersIn(texts) <= messageText && displaysOf(texts) <= room;

/** Discord counts characters; UTF-16 units are never fewer. */
export const charactersIn = (texts: readonly string[]): number =>
  texts.reduce((sum, { length }) => sum + length, 0);

/** Each is a component, and between them are rules. */
export const displaysOf = ({ length }: readonly string[]): number => Math.max(0, 2 * length - 1);

const display = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

const partedByRules = (texts: readonly string[]): readonly Component[] =>
  texts.flatMap((content, index): Component[] =>
    index === 0 ? [display(content)] : [{ type: ComponentType.Separator }, display(content)],
  );
