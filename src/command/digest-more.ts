/** Behind the button *+7 more* of a digest: everything of one of its sections, for whoever presses it. */
import { editionAt } from '../digest/edition.ts';
import { UserError } from '../error.ts';
import { moreView } from '../view/digest-more.ts';
import { defineCommand } from './spec.ts';

export const digestMore = defineCommand({
  name: 'digest-more',
  listed: false,
  options: { key: { type: 'text', rest: true }, section: { type: 'text' } },
  run: async ({ key, section }, { state, words, locale }) => {
    if (state === null) throw new UserError('nothing-remembered');
    const content = key === '' ? undefined : (await editionAt(state, key))?.content;
    const known = content?.sections.find((each) => each === section);
    if (content === undefined || known === undefined) throw new UserError('digest-gone');
    return moreView(known, content, { words, locale });
  },
});
