/** What people write for yes and for no, in either language. */
import { UserError } from '../error.ts';

const yes = /^(?:yes|y|on|true|1|はい|する|あり)$/iu;
const no = /^(?:no|n|off|false|0|いいえ|なし|しない)$/iu;

export const isNo = (value: string): boolean => no.test(value.normalize('NFKC'));

/** Throws UserError `yes-or-no` for anything else. */
export function readYesNo(option: string, value: string): boolean {
  if (isNo(value)) return false;
  if (yes.test(value.normalize('NFKC'))) return true;
  throw new UserError('yes-or-no', { option, value });
}
