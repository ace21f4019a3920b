import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { Bot, Call, View } from '../../src/port.ts';
import { replyTo } from '../../src/view/reply.ts';
import type { Question } from '../../src/view/reply.ts';
import { botOf, logInto, say } from '../adapters/bot.ts';
import type { Logged } from '../adapters/bot.ts';

const bare: Question['bare'] = {
  command: 'search',
  input: 'docker',
  place: { platform: 'x', workspace: '1', channel: '2', visibility: 'public' },
  person: { id: '3', name: 'hanako', organiser: false, guest: false },
  locale: 'en',
};

/** What is said to whom, and the log. */
async function said(
  bot: Bot,
  wish: Partial<Question> & { readonly command?: string; readonly hints?: number } = {},
) {
  const given: { text: string; isPublic: boolean; next: number }[] = [];
  const hints: string[] = [];
  const logged: Logged[] = [];
  const call: Call = { ...bare, command: wish.command ?? bare.command, id: '4' };
  await replyTo(
    {
      call: async () => call,
      bare,
      refusal: async () => null,
      reply: {
        hint: async (view) => void hints.push(JSON.stringify(view.body)),
        ...(wish.hints !== undefined && { hints: wish.hints }),
        give: async ({ body, next }, { isPublic }) =>
          void given.push({ text: JSON.stringify(body), isPublic, next: next.length }),
      },
      ...wish,
    },
    {
      bot,
      log: logInto(logged),
      newId: () => 'failure-id',
      slow: 1,
      sleep: async () => {},
      carried: async (next) => next.slice(0, 1),
    },
  );
  return { given, hints, logged };
}

const button = { label: 'Read', command: 'report', input: 'abc' };

describe('a question', () => {
  test('is asked of the bot, and answered to whoever asked, with buttons that can be carried', async () => {
    const { given } = await said(botOf(() => say('found', [button, button])));
    expect(given).toEqual([{ text: expect.stringContaining('found'), isPublic: false, next: 1 }]);
  });

  test('that is for everyone is answered to everyone, and its failure is not', async () => {
    const failure = { kind: 'request', code: 'busy', message: 'busy' } as const;
    const views: View[] = [say('shared'), { ...say('busy'), failure }];
    const heard = await Promise.all(
      views.map((view) =>
        said(
          botOf(() => view),
          { command: 'share' },
        ),
      ),
    );
    expect(heard.map(({ given }) => given[0]?.isPublic)).toEqual([true, false]);
    expect(heard.flatMap(({ hints }) => hints)).toEqual([]);
  });

  test.each([
    [undefined, 3],
    [1, 1],
    [40, 40],
  ])('that takes long says so as often as its place allows (%j)', async (hints, times) => {
    // Every sleep is over at once: by the next turn of the loop all has been said that ever will be.
    const bot = botOf(async () => {
      await setImmediate();
      return say('found');
    });
    const heard = await said(bot, hints === undefined ? {} : { hints });
    expect(heard.hints).toHaveLength(times);
  });

  test('that is refused is not asked of the bot', async () => {
    const calls: Call[] = [];
    const { given } = await said(
      botOf(() => say('found'), calls),
      { refusal: async () => say('no') },
    );
    expect([given[0]?.text, calls]).toEqual([expect.stringContaining('no'), []]);
  });

  test('of which nobody can say who asks it is answered with an apology, and logged with its id', async () => {
    const call = async (): Promise<Call> => {
      throw new Error('down');
    };
    const { given, logged } = await said(
      botOf(() => say('found')),
      { call },
    );
    expect(given).toEqual([{ text: expect.stringContaining('failure-id'), isPublic: false, next: 0 }]);
    expect(logged).toMatchObject([{ level: 'error', facts: { id: 'failure-id' } }]);
  });
});
