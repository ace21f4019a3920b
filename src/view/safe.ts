/**
 * What may leave in a view. Text from chats, feeds and files is data: control and direction characters that could disguise
 * it are dropped, and a link goes to the web or nowhere.
 */

/**
 * Direction overrides, zero-width spaces, line separators, byte order marks, C0 and C1 controls, and tag characters. Kept
 * are joiners, which emoji and several scripts need, and the flags that are spelled in tag characters (after U+1F3F4).
 */
const disguise =
  /(\u{1f3f4}[\u{e0020}-\u{e007f}]+)|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Text without characters that only disguise. Tabs and newlines stay. */
export const plainly = (value: string): string =>
  value.replace(disguise, (_all, flag: string | undefined) => flag ?? '');

/** An address that may be shown as a link, written as a browser reads it; `null` for any other scheme or with a user name. */
export function safeUrl(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  return isWeb && url.username === '' && url.password === '' ? url.href : null;
}

/** Words that look like an address: with `https://` whatever follows it, without it in plain letters. */
const addressLike =
  /^\s*(?:https?:\/\/([^\s/?#]{1,255})|((?:[\w-]{1,63}\.){1,5}[a-z]{2,24}(?::\d{1,5})?)(?=[/?#\s]|$))/i;

/** A name in letters that can look like others: `gіthub.com` is `xn--gthub-n2e.com`. */
const foreign = /(?:^|\.)xn--/;

/**
 * Where the words of a link name another host than its address has, or one that can be mistaken for another: the real
 * one, to be said beside them. Else `null`.
 */
export function otherHost(label: string, url: string): string | null {
  const { host } = new URL(url);
  const [, whole, plain] = addressLike.exec(label) ?? [];
  const claim = (whole ?? plain)?.toLowerCase();
  if (claim === host) return null;
  return claim === undefined && !foreign.test(host) ? null : host;
}
