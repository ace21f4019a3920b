/** Fields → the header of a file. */
import { stringify } from 'yaml';

/** Every text in quotes and on one line, whatever is in it: no sign of it means anything to YAML. */
const OPTIONS = {
  schema: 'core',
  defaultStringType: 'QUOTE_DOUBLE',
  defaultKeyType: 'PLAIN',
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  lineWidth: 0,
} as const;

/** YAML between its fences, in the order of the fields. What is not known (`null`, '', nothing in a list) is left out. */
export function writeFrontMatter(fields: Readonly<Record<string, unknown>>): string {
  const known = Object.entries(fields).filter(([, value]) => !isEmpty(value));
  return `---\n${stringify(Object.fromEntries(known), OPTIONS)}---\n`;
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}
