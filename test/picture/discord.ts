// Takes the pictures of Discord for the README: the real bot in the simulated server, and what members see there, light and dark.
//   npm run pictures
import type { Element } from 'hast';
import { createDiscord } from '../../adapters/discord/index.ts';
import { commandsFor } from '../../adapters/discord/setup/commands.ts';
import { appRequest } from '../adapters/request.ts';
import { startDiscord } from '../discord/index.ts';
import type { Discord } from '../discord/index.ts';
import { joined, noon } from './community.ts';
import { drawChannel, drawTyping } from './discord-window.ts';
import { photographAll } from './photograph.ts';
import type { Drawing } from './photograph.ts';

/** What #general shows to somebody, or their conversation with the bot. */
function shown(discord: Discord, called: string, channel = 'general'): Element {
  const { state, idOf } = discord;
  const id = idOf.user(called);
  const { locale = '', zone = '' } = state.users.get(id) ?? {};
  const theirs = discord.messages(channel).filter(({ onlyFor }) => onlyFor === null || onlyFor === id);
  return drawChannel(channel === 'general' ? '# general' : direct, theirs, { locale, zone, state });
}

/** What a conversation with the bot is called. */
const direct = '@ meetup';

/** One conversation, looked at now and then. */
async function* play(discord: Discord): AsyncGenerator<Drawing> {
  const name = 'meetup search';
  await discord.post({ user: 'ken', channel: 'general', text: '監視の話、前にどなたかしていましたよね？' });
  const found = await discord.command({
    user: 'hanako',
    channel: 'general',
    name,
    options: { text: '監視' },
  });
  yield { name: 'discord-search', drawn: shown(discord, 'hanako'), lang: 'ja' };

  const talk = await discord.press({ user: 'hanako', on: found, button: '1 を読む' });
  await discord.press({ user: 'hanako', on: talk, button: '共有' });
  yield { name: 'discord-shared', drawn: shown(discord, 'ken'), lang: 'ja' };

  await discord.command({
    user: 'ken',
    channel: 'dm',
    name: 'meetup event show',
    options: { name: 'Harbour Lightning Talks' },
  });
  yield { name: 'discord-event', drawn: shown(discord, 'ken', 'dm of ken'), lang: 'en' };

  const typing = { user: 'ken', channel: 'dm', name, option: 'text', options: { text: 'ku' } };
  const choices = await discord.suggest(typing);
  yield { name: 'discord-suggest', drawn: drawTyping(direct, typing, choices), lang: 'en' };

  const results = await discord.command({ user: 'ken', channel: 'dm', name, options: { text: 'docker' } });
  const [, more = ''] = /\[(More [^\]]*)\]/.exec(results.text) ?? [];
  await discord.press({ user: 'ken', on: results, button: more });
  yield { name: 'discord-page', drawn: shown(discord, 'ken', 'dm of ken'), lang: 'en' };
}

const discord = await startDiscord({ commands: commandsFor(appRequest()), now: () => noon.getTime() });
const { leave } = await joined((given) => {
  const { token, apiUrl } = discord;
  return createDiscord({ ...given, token, apiUrl });
});
try {
  await photographAll(play(discord), 'discord.css');
} finally {
  await leave();
  await discord.stop();
}
