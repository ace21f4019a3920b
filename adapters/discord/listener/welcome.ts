/**
 * A first message, once, where the bot was added to a server. Who added it Discord says only to who may read the log of the
 * server, and for that it does not ask: the message goes to whom the server belongs. Who takes none is told nothing, least of
 * all before everyone.
 */
import type { APIUser, GatewayGuildCreateDispatchData, GatewayGuildDeleteDispatchData } from 'discord.js';
import { Routes } from 'discord.js';
import type { Locale, View } from '../../../src/port.ts';
import { welcomeView } from '../../../src/view/welcome.ts';
import { words } from '../../../src/words/index.ts';
import { isWelcome } from '../answer.ts';
import type { Desk } from '../desk.ts';
import { nameOf } from '../person.ts';
import { placeOf } from '../place.ts';
import { nobody } from '../rights.ts';
import { commandName } from '../setup/commands.ts';

const kind = 'discord-welcome';

/** Milliseconds. Of a server that the bot has been in for longer it has only forgotten that it is there. */
const fresh = 24 * 60 * 60_000;

/** The gateway tells of every server whenever the bot connects. */
export async function onAdded(guild: GatewayGuildCreateDispatchData, desk: Desk): Promise<void> {
  const { state, now } = desk;
  const { id: key, joined_at: joined, owner_id: owner } = guild;
  const isNew = now().getTime() - Date.parse(joined) < fresh;
  if (!isNew || !(await isWelcome(key, desk)) || (await state.get(kind, key)) !== null) return;
  // Noted first: told twice at the same time it is one.
  const version = await state.put({ kind, key, version: null, value: joined });
  if (version === null) return;
  const { status } = await welcome(owner, guild, desk);
  if (status === 'later') await state.put({ kind, key, version, value: null });
  if (status !== 'posted') desk.log.info({ status }, 'the first message did not arrive');
}

/** Where it is added once more, it says hello once more. */
export async function onGone(
  { id: key, unavailable }: GatewayGuildDeleteDispatchData,
  desk: Desk,
): Promise<void> {
  const before = unavailable === true ? null : await desk.state.get(kind, key);
  if (before !== null) await desk.state.put({ kind, key, version: before.version, value: null });
}

async function welcome(owner: string, { id: guild, joined_at }: GatewayGuildCreateDispatchData, desk: Desk) {
  const { interaction, reading } = desk.clients;
  const user = (await reading.get(Routes.user(owner))) as APIUser;
  const place = placeOf({ guild: null, channel: owner }, guild, desk);
  const locale = await desk.bot.localeOf({ id: owner, name: nameOf(user), ...nobody }, place);
  const view = firstSteps(locale);
  return desk.posts.post({
    client: interaction,
    to: { user: owner },
    view,
    locale,
    key: `${kind} ${guild} ${joined_at}`,
  });
}

function firstSteps(locale: Locale): View {
  const { chat, discord, command } = words[locale];
  const { hello, reports, search } = chat.welcome;
  const { ask, once } = discord.welcome;
  const [example = ''] = command.search.examples;
  const steps = [
    reports(`/${commandName} status`),
    ask(`@${commandName}`),
    search(`/${commandName} search ${example}`),
  ];
  return welcomeView({ hello, steps, once });
}
