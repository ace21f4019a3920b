/** What somebody did in Slack is asked of the bot, and answered. */
import { keepLong } from '../../src/command/next.ts';
import { expiredView } from '../../src/view/notice.ts';
import { replyTo } from '../../src/view/reply.ts';
import type { Question, Reply } from '../../src/view/reply.ts';
import { words } from '../../src/words/index.ts';
import { withFiles } from './answer/file.ts';
import { callOf } from './call.ts';
import type { Asked } from './call.ts';
import { blockLimits } from './limits.ts';
import type { Desk } from './desk.ts';
import { platform } from './workspace.ts';

/** Never rejects. */
export const answer = (asked: Asked, reply: Reply, desk: Desk): Promise<void> =>
  replyTo(
    {
      call: () => callOf(asked, desk),
      bare: bareCall(asked, desk),
      refusal: async ({ locale }) => (asked.said === null ? expiredView(words[locale]) : null),
      reply: withFiles(reply, desk),
    },
    { ...desk, ...desk.timing, carried: (next) => keepLong(next, blockLimits.buttonValue, desk) },
  );

const bareCall = ({ channel, user, said }: Asked, { self }: Desk): Question['bare'] => ({
  ...(said ?? { command: '', input: '' }),
  place: { platform, workspace: self.team, channel, visibility: 'private' },
  person: { id: user, name: user, organiser: false, guest: true },
  locale: 'ja',
});
