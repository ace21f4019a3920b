/** Whom and what a call is about, as options take them: `<@U1|hanako>`, `<#C1|general>`. */
import type { Person } from '../port.ts';

/** Someone whom a platform has named. */
export type Who = Pick<Person, 'id' | 'name'>;

/** A channel. Where somebody typed its name and no platform said which it is, `id` is that name too. */
export interface Channel {
  readonly id: string;
  /** Without `#`. */
  readonly name: string;
}

const written = (name: string): string => name.replace(/[<>|\n]/g, '');

/** Someone as an option takes them. */
export const writePerson = ({ id, name }: Who): string => `<@${id}|${written(name)}>`;

/** `null`: it is nobody whom a platform has named. */
export function readPerson(value: string): Who | null {
  const [, id, name = ''] = /^<@(\w{1,64})(?:\|([^<>|]*))?>$/.exec(value) ?? [];
  return id === undefined ? null : { id, name };
}

/** A channel as an option takes it; its name with or without `#`. */
export const writeChannel = ({ id, name }: Channel): string =>
  `<#${id}|${written(name).replace(/^[#＃]/u, '')}>`;

/**
 * A channel that a platform has named, or a name as people type it: `#general`, `general`. Slack marks no private channels,
 * and a terminal none. `null`: it is neither.
 */
export function readChannel(value: string): Channel | null {
  const [, id, name = ''] = /^<#([\w-]{1,100})(?:\|([^<>|]*))?>$/.exec(value) ?? [];
  if (id !== undefined) return { id, name: name || id };
  const [, typed] = /^[#＃]?([^\s<>|#＃]{1,100})$/u.exec(value) ?? [];
  return typed === undefined ? null : { id: typed, name: typed };
}

/** Does a word alone say that it is a channel? */
export const isChannel = (word: string): boolean => /^(?:<#|[#＃])/u.test(word) && readChannel(word) !== null;
