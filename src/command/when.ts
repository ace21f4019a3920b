/** A time that somebody wrote and that can not be read → what they are told. */
import type { NoTime } from '../content/when.ts';
import { UserError } from '../error.ts';
import type { Locale } from '../port.ts';
import { dateText } from '../view/date.ts';

export function notRead(text: string, { reason, detail }: Omit<NoTime, 'ok'>, locale: Locale): UserError {
  const shown = /^\d{4}-\d{2}-\d{2}/.test(detail) ? dateText(detail.slice(0, 10), locale) : detail;
  return new UserError(`when-${reason}`, { text, detail: shown });
}
