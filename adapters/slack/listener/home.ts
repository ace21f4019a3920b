/** The Home tab: the start page with a field to search, drawn anew whenever somebody looks at it. */
import type { App, BlockAction, PlainTextInputAction, types } from '@slack/bolt';
import type { Bot, Call, Locale, View } from '../../../src/port.ts';
import { root } from '../../../src/view/build.ts';
import { words } from '../../../src/words/index.ts';
import { keepLong } from '../../../src/command/next.ts';
import { callOf } from '../call.ts';
import { compile, page } from '../compile.ts';
import type { Desk } from '../desk.ts';
import { blockLimits } from '../limits.ts';
import { plain, withoutChannel } from '../modal.ts';
import { answerInNewModal } from '../answer/modal.ts';

/** `action_id` and block of the field. */
const searchField = 'home-search';

export function onHome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event: { user, tab } }) => {
    if (tab !== 'home') return;
    await showHome(user, desk);
  });

  app.action<BlockAction<PlainTextInputAction>>(
    { type: 'block_actions', action_id: searchField },
    async ({ ack, action, body }) => {
      await ack();
      const said = { command: 'search', input: action.value ?? '' };
      await answerInNewModal(body.trigger_id, { user: body.user.id, said }, desk);
    },
  );
}

/** As it is for them now. */
export async function showHome(user: string, desk: Desk): Promise<void> {
  const view = await homeFor(user, desk);
  await desk.clients.interaction.views.publish({ user_id: user, view });
}

/** Who they are is asked of Slack each time: what organisers see is gone from the Home tab of who is none any more. */
async function homeFor(user: string, desk: Desk): Promise<types.HomeView> {
  const call = await callOf({ said: { command: 'start', input: '' }, user, channel: user }, desk);
  const { body, next } = await homeView(call, withoutChannel(desk.bot));
  const { locale } = call;
  const view = { body, next: await keepLong(next, blockLimits.buttonValue, desk) };
  const { blocks } = compile(view, { locale }, { ...page, blocks: page.blocks - 1 });
  return { type: 'home', blocks: [searchBlock(locale), ...blocks] };
}

const searchBlock = (locale: Locale): types.InputBlock => {
  const { search, hint } = words[locale].slack.home;
  return {
    type: 'input',
    block_id: searchField,
    dispatch_action: true,
    label: plain(search),
    element: {
      type: 'plain_text_input',
      action_id: searchField,
      placeholder: plain(hint),
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
  };
};

/** The start page, how the bot is for whoever has to know, and what they chose. */
async function homeView(call: Call, bot: Bot): Promise<Pick<View, 'body' | 'next'>> {
  const commands = call.person.organiser ? ['start', 'status', 'settings'] : ['start', 'settings'];
  const parts = await Promise.all(commands.map((command) => bot.answer({ ...call, command })));
  const bodies = parts.map(({ body }) => body.children);
  const divided = bodies.flatMap((body, index) => (index === 0 ? body : [divider, ...body]));
  return { body: root(...divided), next: parts.flatMap(({ next }) => next) };
}

const divider = { type: 'thematicBreak' } as const;
