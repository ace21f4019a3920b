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

/** The view as a message. What does not fit is counted in a last line. */
export function compile({ body: tree, next, files: given }: Shown, reader: Reader): Compiled {
  const buttons = buttonsOf(next);
  const files = filesOf(given);
  const below = [...files.components, ...buttons.rows];
  const room = componentLimits.inMessage - below.reduce((sum, each) => sum + countIn(each), 0);
  const texts = (body: Root, left: number): readonly string[] =>
    textsOf(withCount(body, left, reader.locale), reader);
  const { body, left } = fit(tree, (begun) => isWithin(texts(begun, mostLeft), room));
  const shown = [...partedByRules(texts(body, left + buttons.left + files.left)), ...below];
  return { components: shown.length === 0 ? [display('…')] : shown, files: files.sent, body };
}

/** Those in it are counted, too. */
const countIn = (component: Component): number =>
  'components' in component ? 1 + component.components.length : 1;

/** Discord counts characters; UTF-16 units are never fewer. */
const isWithin = (texts: readonly string[], room: number): boolean =>
  texts.reduce((sum, { length }) => sum + length, 0) <= messageText && 2 * texts.length - 1 <= room;

const display = (content: string): APITextDisplayComponent => ({ type: ComponentType.TextDisplay, content });

const partedByRules = (texts: readonly string[]): readonly Component[] =>
  texts.flatMap((content, index): Component[] =>
    index === 0 ? [display(content)] : [{ type: ComponentType.Separator }, display(content)],
  );
