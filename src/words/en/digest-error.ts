/** Why something about a digest can not be done, and what to do instead. */
type Facts = Readonly<Record<string, string | number>>;

export const digestError = {
  'digest-where': () => 'Say which channel it is about. Example: /meetup digest on #general every Mon 09:00',
  'digest-schedule': ({ text }: Facts) =>
    `It is not clear when “${text}” is. Write it as in: every Mon 09:00, weekdays 8:30, first Monday of the month 10:00, or as cron: 0 9 * * 1`,
  'digest-in-file': ({ channel }: Facts) =>
    `The digest of ${channel} is set up in community.md, under “digests”: change it there. It can be paused here: /meetup digest pause`,
  'digest-none': ({ channel }: Facts) =>
    `${channel} has no digest. Set one up: /meetup digest on #general every Mon 09:00`,
  'digest-resting': () =>
    'The digest is paused, so there is none to be left out. Resume it first: /meetup digest resume',
  'digest-skip-which': ({ value }: Facts) =>
    `Only the next one can be left out, not “${value}”: /meetup digest skip next`,
  'digest-unreachable': ({ channel }: Facts) =>
    `I can not write in ${channel}. Invite me there, or let me write there, and ask again.`,
  'digest-role': ({ name }: Facts) =>
    `There is no role or user group “${name}”. Write its name, without @everyone or @here, or mention:none.`,
  'digest-zone': ({ value }: Facts) => `“${value}” is no time zone. Write it as in: zone:Asia/Tokyo`,
  'digest-language': ({ value }: Facts) => `“${value}” is no language of a digest. There are: ja, en`,
  'digest-sections': ({ value }: Facts) =>
    `“${value}” is no part of a digest. There are: events, reports, slides, calls, archive`,
  'digest-empty': ({ value }: Facts) =>
    `“${value}”: write empty:say to be told that there is nothing new, or empty:skip.`,
  'digest-today': ({ channel }: Facts) => `${channel} has had its digest today. There is at most one a day.`,
  'digest-gone': () => 'That digest is too old: what else there was is not known any more.',
  'yes-or-no': ({ option, value }: Facts) => `${option} is yes or no, not “${value}”.`,
};
