/** What a message would take of Discord's limits if nothing of its view were cut; room for the line that counts is kept, as it is when it is written. */
import type { Measure } from '../../src/port.ts';
import { mostLeft } from '../../src/view/fit.ts';
import { charactersIn, componentsIn, displaysOf, layoutOf } from './compile.ts';
import { componentLimits, messageText } from './limits.ts';

/** What has no button, and files that are not handed over, are components that there is no room for. */
export const measure: Measure = (view, locale) => {
  const { texts, below, left } = layoutOf(view, { locale });
  const said = texts(view.body, mostLeft);
  const used = displaysOf(said) + componentsIn(below);
  const most = componentLimits.inMessage;
  return [
    { of: 'characters', used: charactersIn(said), most: messageText },
    { of: 'components', used: left > 0 ? Math.max(used, most) + left : used, most },
  ];
};
