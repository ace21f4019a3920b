/** What was not understood in a file, and what to do about it. */
import type { ProblemCode } from '../../model.ts';

/** What a count of bytes looks like to people. */
const size = (bytes: string): string => `${Math.round(Number(bytes) / 1024 / 1024)} MB`;

export const problem: Readonly<Record<ProblemCode, (detail: string) => string>> = {
  'front-matter-broken': (detail) =>
    `The front matter can not be parsed (${detail}). Its lines were read one by one instead.`,
  'front-matter-unclosed': () => 'The front matter is not closed. Add a line with --- after it.',
  'front-matter-not-a-map': () =>
    'The front matter is not a list of "key: value" lines. It was read as text.',
  'front-matter-language': (detail) =>
    `Front matter in "${detail}" is never executed. It was read as text. Use --- and YAML.`,
  'front-matter-too-long': () => 'The front matter is too long. It was read as text.',
  'value-cut': (detail) =>
    `YAML would cut "${detail}" at the "#". It was read in full. Put the value in quotes.`,
  'date-unreadable': (detail) => `"${detail}" is no date that can be read. Write it as 2027-03-10.`,
  'field-unreadable': (detail) => `"${detail}" has a value that can not be read. It was ignored.`,
  encoding: (detail) => `The file is not UTF-8${detail === '' ? '' : ` (${detail})`}. Save it as UTF-8.`,
  'section-too-long': () =>
    'The section is too long to be shown in full. All of the file can still be found.',
  'nesting-too-deep': () => 'The text is nested too deeply. It is shown as plain text from here on.',
  'event-incomplete': (detail) => `The event lacks a readable ${detail}. It is not in the agenda.`,
  'settings-unreadable': (detail) => `The setting "${detail}" can not be read. Its default is used.`,
  'file-too-large': (detail) => `The file is too large (${size(detail)}). It was not read.`,
  'file-unreadable': (detail) => `The file can not be read${detail === '' ? '' : ` (${detail})`}.`,
  'file-not-regular': (detail) =>
    `This is no regular file${detail === '' ? '' : ` (${detail})`}. It was not read.`,
  'parser-failed': () => 'The file could not be understood. It can be found as plain text.',
};
