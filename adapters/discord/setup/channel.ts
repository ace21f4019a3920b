/** `doctor` in the channels of a server: which the bot sees, and where it may less than others. */
import { ChannelType } from 'discord.js';
import type { APIGuildChannel } from 'discord.js';
import type { Check } from '../../../src/port.ts';
import { fine, wrong } from '../../../src/view/check.ts';
import type { Words } from '../../../src/words/index.ts';
import { has, permissions, rightsAt } from './permissions.ts';
import type { Granted, Permission, Rights } from './permissions.ts';

export type Channel = Pick<APIGuildChannel, 'id' | 'name' | 'type' | 'permission_overwrites'>;

/** Not categories, and not what is spoken. */
const writtenTypes: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
]);

/** Can one write there? */
export const isWritten = ({ type }: Channel): boolean => writtenTypes.has(type);

interface Looked {
  /** Its name. */
  readonly server: string;
  readonly channels: readonly Channel[];
  readonly bot: Granted;
  readonly anyone: Granted;
}

export function* examineChannels(looked: Looked, words: Words): Generator<Check> {
  const check = 'discord.channels';
  const { server, channels, bot } = looked;
  const { channels: sees, noChannels, channel: mayLess } = words.doctor.discord;
  const seen = channels.filter((channel) => rightsOf(bot, channel) !== 0n).map(({ name }) => `#${name}`);
  yield seen.length === 0
    ? wrong(check, noChannels(server))
    : fine(check, sees(server, listed(seen, words), { seen: seen.length, all: channels.length }));
  for (const channel of channels) {
    const names = lackingIn(channel, looked).map((each) => words.setup.discord.permission[each].name);
    if (names.length > 0) yield wrong(check, mayLess(server, `#${channel.name}`, names.join(', ')));
  }
}

const rightsOf = (member: Granted, { permission_overwrites: overwrites = [] }: Channel): Rights =>
  rightsAt(member, overwrites);

/**
 * What was taken from the bot alone. Where nobody may write, or few may look, it is as it should be; but where others have no
 * access at all and the bot has, somebody wanted it there.
 */
function lackingIn(channel: Channel, { bot, anyone }: Looked): Permission[] {
  const own = rightsOf(bot, channel);
  const common = rightsOf(anyone, channel);
  if (own === 0n) return has(common, 'ViewChannel') ? ['ViewChannel'] : [];
  return permissions.filter(
    (each) => has(bot.rights, each) && !has(own, each) && (common === 0n || has(common, each)),
  );
}

/** As many as one reads. */
const shown = 20;

function listed(names: readonly string[], { doctor }: Words): string {
  const left = names.length - shown;
  return [...names.slice(0, shown), ...(left > 0 ? [doctor.discord.more(left)] : [])].join(' ');
}
