/** The three signs that Slack's text has entities for, and no others: https://docs.slack.dev/messaging/formatting-message-text */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

export const escaped = (text: string): string => text.replace(/[&<>]/g, (sign) => entities[sign] ?? sign);

/** Once: `&amp;lt;` is `&lt;`. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/g, (entity) => signs[entity] ?? entity);
