/** `publish` of community.md: the repository that the content is of, and what becomes of what the bot writes. */
import { z } from 'zod';
import type { PublishedAs, PublishSetting } from '../port.ts';
import { text, textBy } from './schema.ts';

const ways: readonly PublishedAs[] = ['file', 'commit', 'push', 'pull-request'];

const usual = { branch: null, folder: '', as: 'push' } as const;

/** git takes more than these for an address, and runs programs for some: https://git-scm.com/docs/gitprotocol-common */
function readAddress(value: string): string | null {
  if (!/^(?:https|ssh):\/\/[^-][^\s\p{Cc}]*$/u.test(value) || !URL.canParse(value)) return null;
  const { protocol, username, password, hostname } = new URL(value);
  // A secret does not belong into a file that everybody reads.
  const isOpen = password === '' && (protocol === 'ssh:' || username === '');
  return isOpen && hostname !== '' && !username.startsWith('-') ? value : null;
}

/** As strict as https://git-scm.com/docs/git-check-ref-format; git itself is asked again. */
const branchName = /^(?![-/.])(?!.*(?:\.\.|\/\/|@\{|\/\.|\.lock(?:\/|$)))[^\s\p{Cc}~^:?*[\\]+(?<![/.])$/u;

const readBranch = (value: string): string | null =>
  branchName.test(value) && value !== '@' && value !== 'HEAD' ? value : null;

/** A folder of the repository; whatever leads out of it, or is shown in no listing, is none. */
function readFolder(value: string): string | null {
  const path = value.replace(/^\.?\/|^\.$|\/$/gu, '');
  if (path === '') return '';
  const isSafe = path.split('/').every((name) => /^[^.\\\p{Cc}][^\\\p{Cc}]*$/u.test(name));
  return isSafe ? path.normalize('NFC') : null;
}

const address = textBy(readAddress);

const fields = z.strictObject({
  git: address,
  branch: textBy(readBranch).nullable().default(usual.branch),
  folder: textBy(readFolder).default(usual.folder),
  as: text
    .transform((value) => value.toLowerCase())
    .pipe(z.enum(ways))
    .default(usual.as),
});

/** A bare text is the address. What is misspelt is none of it: nothing is pushed by half a wish. */
export const publishSetting = z.union([
  address.transform((git): PublishSetting => ({ git, ...usual })),
  fields,
]);
