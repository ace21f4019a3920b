/** What people say in a chat, however they type it there. */

/** Words in a style. */
interface Styled {
  readonly is: 'bold' | 'italic' | 'strike' | 'underline';
  readonly said: Saying;
}

/** What stands among words. */
export type Part =
  | string
  | Styled
  /** Signs that the platform would take for a style, and that are none. */
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'code'; readonly text: string }
  /** An address; `text`: words that lead there. */
  | { readonly is: 'link'; readonly url: string; readonly text: string | null }
  | { readonly is: 'person' | 'channel' | 'group'; readonly name: string }
  /** By its name and as a character. `tone`: of skin, 2–6, which the name does not say. */
  | { readonly is: 'emoji'; readonly name: string; readonly character: string; readonly tone: number | null }
  /** One of the community's own. */
  | { readonly is: 'own-emoji'; readonly name: string }
  /** Seconds since 1970. */
  | { readonly is: 'instant'; readonly at: number };

export type Saying = readonly Part[];

export interface Points {
  readonly is: 'points';
  readonly isOrdered: boolean;
  readonly points: readonly Point[];
}

interface Point {
  readonly said: Saying;
  readonly below: Points | null;
}

export type Block =
  | { readonly is: 'text'; readonly said: Saying }
  | { readonly is: 'fence'; readonly code: string; readonly language: string }
  | { readonly is: 'quote'; readonly blocks: readonly Block[] }
  | Points;

export interface File {
  readonly name: string;
  readonly mimetype: string;
  readonly content: string;
}

export interface Remark {
  readonly by: string;
  readonly blocks: readonly Block[];
  readonly files: readonly File[];
  /** As it is typed: what its author made of it afterwards. */
  readonly edited: string | null;
}

const styled =
  (is: Styled['is']) =>
  (...said: Saying): Styled => ({ is, said });

export const bold = styled('bold');
export const italic = styled('italic');
export const strike = styled('strike');
export const underline = styled('underline');

export const literal = (text: string): Part => ({ is: 'literal', text });
export const code = (text: string): Part => ({ is: 'code', text });
export const link = (url: string, text: string | null = null): Part => ({ is: 'link', url, text });
export const person = (name: string): Part => ({ is: 'person', name });
export const channel = (name: string): Part => ({ is: 'channel', name });
export const group = (name: string): Part => ({ is: 'group', name });
export const ownEmoji = (name: string): Part => ({ is: 'own-emoji', name });
export const instant = (time: string): Part => ({ is: 'instant', at: Date.parse(time) / 1000 });

export const emoji = (name: string, character: string, tone: number | null = null): Part => ({
  is: 'emoji',
  name,
  character,
  tone,
});

export const text = (...said: Saying): Block => ({ is: 'text', said });
export const codeIn = (language: string, ...lines: readonly string[]): Block => ({
  is: 'fence',
  code: lines.join('\n'),
  language,
});
export const fence = (...lines: readonly string[]): Block => codeIn('', ...lines);
export const quote = (...blocks: readonly Block[]): Block => ({ is: 'quote', blocks });

export const point = (said: Saying, below: Points | null = null): Point => ({ said, below });

export const bullets = (...points: readonly Point[]): Points => ({ is: 'points', isOrdered: false, points });
export const numbered = (...points: readonly Point[]): Points => ({ is: 'points', isOrdered: true, points });

export const says = (by: string, ...blocks: readonly Block[]): Remark => ({
  by,
  blocks,
  files: [],
  edited: null,
});
