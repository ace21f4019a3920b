/** A saved or exported manifest beside the one that is asked for. */
import { parse } from 'yaml';
import { UserError } from '../../../src/error.ts';
import type { Difference } from '../../../src/port.ts';
import { differencesOf, isTree } from '../../../src/view/difference.ts';
import type { Tree } from '../../../src/view/difference.ts';

/** Of a slash command, of a shortcut. */
const ids = ['command', 'callback_id'];

/**
 * What differs; Slack's export also mentions switches that are off. JSON is YAML, so one parser reads both forms that Slack
 * exports. Throws UserError `manifest-unreadable`.
 */
export const compareManifest = (saved: string, asked: object): Difference[] =>
  differencesOf(treeOf(saved), { ...asked }, ids);

function treeOf(text: string): Tree {
  const value = parsed(text);
  if (!isTree(value) || !isTree(value['display_information'])) throw new UserError('manifest-unreadable');
  return value;
}

/** A parser that throws on data. */
function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return null;
  }
}
