/**
 * A first message, once. Slack does not say who installed an app from its manifest: it goes to the first organiser who looks at
 * the bot, and that is mostly who installed it.
 */
import type { AllMiddlewareArgs, App } from '@slack/bolt';
import type { Locale, View } from '../../../src/port.ts';
import type { Told } from '../../../src/view/insist.ts';
import { welcomeView } from '../../../src/view/welcome.ts';
import { words } from '../../../src/words/index.ts';
import type { Desk } from '../desk.ts';
import { directPlace } from '../place.ts';
import { commandName } from '../setup/manifest.ts';

const kind = 'slack-welcome';

export function onWelcome(app: App, desk: Desk): void {
  app.event('app_home_opened', async ({ event: { user }, context }) => welcome(user, toldIn(context), desk));
}

const toldIn = (context: AllMiddlewareArgs['context']): Told => context['told'] as Told;

/** Whoever is welcomed is noted first: two organisers at the same time are one. */
async function welcome(user: string, told: Told, desk: Desk): Promise<void> {
  const { state, self, people, posts, clients } = desk;
  const before = await state.get(kind, self.team);
  const isTheirs = told.again && before?.value === user;
  if (before !== null && !isTheirs) return;
  const person = await people.ask(user);
  if (!person.organiser) return;
  const version = before?.version ?? (await state.put({ kind, key: self.team, version: null, value: user }));
  if (version === null) return;
  const locale = await desk.bot.localeOf(person, directPlace(user, desk));
  const { status } = await posts.post({
    client: clients.interaction,
    to: { channel: user },
    view: firstSteps(locale),
    locale,
    key: `${kind} ${self.team}`,
    ...(told.again ? { since: told.at } : {}),
  });
  // It certainly does not stand there: next time, then.
  if (status === 'later' || status === 'refused')
    await state.put({ kind, key: self.team, version, value: null });
}

function firstSteps(locale: Locale): View {
  const { chat, slack, command } = words[locale];
  const { reports, search } = chat.welcome;
  const { invite, once } = slack.welcome;
  const [example = ''] = command.search.examples;
  const steps = [
    reports(`${commandName} status`),
    invite(commandName.replace('/', '@')),
    search(`${commandName} ${example}`),
  ];
  return welcomeView({ hello: chat.welcome.hello, steps, once });
}
