/** How text looks on a terminal. Colours and hyperlinks only where one reads; a pipe gets plain text. */
import { styleText } from 'node:util';

export interface Style {
  readonly strong: (text: string) => string;
  readonly title: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly struck: (text: string) => string;
  readonly code: (text: string) => string;
  readonly button: (text: string) => string;
  /** A link with its words; where words and address are the same, once. */
  readonly link: (url: string, text: string) => string;
}

const same = (text: string): string => text;

/** For pipes and files. */
export const plain: Style = {
  strong: same,
  title: same,
  faint: same,
  struck: same,
  code: same,
  button: same,
  link: (url, text) => (text === url ? url : `${text} <${url}>`),
};

const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
  text === '' ? '' : styleText(format, text, { validateStream: false });

/** For a terminal: OSC 8 hyperlinks, as most terminals of today understand them and the others ignore. */
export const coloured: Style = {
  strong: paint('bold'),
  title: paint(['bold', 'cyan']),
  faint: paint('dim'),
  struck: paint('strikethrough'),
  code: paint('yellow'),
  button: paint('green'),
  link: (url, text) => `\u001b]8;;${url}\u001b\\${paint('underline')(text)}\u001b]8;;\u001b\\`,
};

/** Colours where the stream is a terminal, NO_COLOR (https://no-color.org) is not set, and the terminal can. */
export const styleOf = (stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): Style =>
  stream.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb' ? coloured : plain;
