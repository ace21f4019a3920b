/** The date element in the reader's own zone, by Slack's tokens. https://docs.slack.dev/messaging/formatting-message-text#date-formatting */

export interface Reader {
  readonly locale: string;
  /** IANA name. */
  readonly zone: string;
}

const day = { month: 'short', day: 'numeric', year: 'numeric' } as const;
const long = { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' } as const;
const full = { month: 'long', day: 'numeric', year: 'numeric' } as const;
const clock = { hour: 'numeric', minute: '2-digit' } as const;
const numeric = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;

/** "yesterday" and "today" of the pretty ones are left out: a transcript would not be the same tomorrow. */
const tokens: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  date_num: numeric,
  date: full,
  date_short: day,
  date_long: long,
  date_pretty: full,
  date_short_pretty: day,
  date_long_pretty: long,
  day_divider_pretty: long,
  time: clock,
  time_secs: { ...clock, second: '2-digit' },
};

/** What stands before AM and PM, by the version of ICU. */
const narrowSpace = '\u202f';

/** `timestamp`: seconds since 1970. An unknown token stays as it is. */
export const renderDate = (of: { timestamp: number; format: string }, reader: Reader): string =>
  of.format.replace(/\{(\w+)\}/g, (token, name: string) => {
    const options = tokens[name];
    if (!options) return token;
    const format = new Intl.DateTimeFormat(reader.locale, { ...options, timeZone: reader.zone });
    return format.format(of.timestamp * 1000).replaceAll(narrowSpace, ' ');
  });
