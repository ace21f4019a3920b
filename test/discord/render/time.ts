/** Times as their reader sees them. https://docs.discord.com/developers/reference#message-formatting-timestamp-styles */

/** Whoever reads, or nobody in particular. */
export interface Eyes {
  readonly locale: string;
  readonly zone: string;
}

const styles: Readonly<Record<string, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** How long ago, or until then, would differ from run to run: it is said as it is in ISO. */
export function renderTime(seconds: string, style: string, eyes: Eyes): string {
  const date = new Date(Number(seconds) * 1000);
  if (style === 'R') return `(relative to ${date.toISOString()})`;
  const options = styles[style] ?? styles['f'];
  return new Intl.DateTimeFormat(eyes.locale, { ...options, timeZone: eyes.zone }).format(date);
}
