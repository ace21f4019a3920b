/**
 * Signs that Discord's Markdown could take for markup, and what is written in their place. Which these are:
 * https://support.discord.com/hc/en-us/articles/210298617 and https://discord.com/developers/docs/reference#message-formatting
 */

/** In front of any other sign. A text may begin a line, so what means something only there is found at its beginning. */
const signs = new RegExp(
  [
    /[\\`*<[\]]/,
    /~(?=~)|(?<=~)~/,
    /\|(?=\|)|(?<=\|)\|/,
    // Between Latin letters it is one of them: `snake_case`.
    /_(?![0-9A-Za-z])|(?<![0-9A-Za-z])_/,
    /@(?=everyone|here)/,
    // `https://…`, `:wave:`
    /:(?=\/\/|[^\s:]+:)/,
    /#(?=#*(?:\s|$))/,
    /(?<=^\s*)>/,
    /(?<=^\s*)[-+](?=[\s#]|$)/,
    /(?<=^\s*\d{1,50})\.(?=\s|$)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** A text that is read as it stands. */
export const escaped = (text: string): string => text.replace(signs, String.raw`\$&`);

/** A text of several lines, each of which is read as it stands. */
export const escapedLines = (text: string): string => text.split('\n').map(escaped).join('\n');

/** What was escaped. */
export const unescaped = (text: string): string => text.replace(/\\([\s\S])/g, '$1');

/** Where the signs of ASCII stand among the full-width ones. */
const fullWidth = 0xfee0;

/**
 * The words of a masked link. A backslash in them would be shown (https://github.com/discord/discord-api-docs/issues/6185),
 * so a full-width sign stands for what it would escape.
 */
export const escapedLabel = (text: string): string =>
  text.replace(signs, (sign) => String.fromCharCode(sign.charCodeAt(0) + fullWidth));

/** What is seen by nobody, and keeps two signs apart. */
export const gap = '\u200b';

/** Code in a line: nothing in it is markup, and nothing can be escaped. */
export function codeSpan(value: string): string {
  if (!value.includes('`')) return `\`${value}\``;
  const inside = value
    .replaceAll(/`(?=`)/g, `\`${gap}`)
    .replace(/^`/, `${gap}\``)
    .replace(/`$/, `\`${gap}`);
  return `\`\`${inside}\`\``;
}

/** What Discord takes for the name of a language. */
const language = /^[\w+\-.#]+$/;

/** Code in a block. There is no longer fence than three signs, so those in the code are kept apart. */
export const codeBlock = (value: string, lang: string): string =>
  `\`\`\`${language.test(lang) ? lang : ''}\n${value.replaceAll(/`(?=``)/g, `\`${gap}`)}\n\`\`\``;

const encoded: Readonly<Record<string, string>> = { '(': '%28', ')': '%29', '*': '%2A', '`': '%60' };

/** An address that leads to the same place and has no sign in it that could end the link or a style around it. */
export const escapedUrl = (url: string): string =>
  url
    .replace(/[()*`]/g, (sign) => encoded[sign] ?? sign)
    .replace(/~(?=~)/g, '%7E')
    .replace(/\|(?=\|)/g, '%7C')
    .replace(/\\/g, '%5C');
