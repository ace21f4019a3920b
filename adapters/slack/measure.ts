/** What a message would take of Slack's limits if nothing of its view were cut; room for the line that counts is kept, as it is when it is written. */
import type { Measure } from '../../src/port.ts';
import { mostLeft } from '../../src/view/fit.ts';
import { layoutOf, sizeOf } from './compile.ts';
import { blockLimits, messageSize } from './limits.ts';

/** What has no button are blocks that there is no room for. */
export const measure: Measure = ({ body, next }, locale) => {
  const { written, left } = layoutOf({ body, next }, { locale });
  const blocks = written(body, mostLeft);
  const most = blockLimits.inMessage;
  return [
    { of: 'blocks', used: left > 0 ? Math.max(blocks.length, most) + left : blocks.length, most },
    { of: 'size', used: sizeOf(blocks), most: messageSize },
  ];
};
