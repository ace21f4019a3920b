/** Conversations that were exported: as Discord's API gave them, or as DiscordChatExporter wrote them into a file. */
import { UserError } from '../../src/error.ts';
import type { Exported, Hash, Remark } from '../../src/port.ts';
import { withPeople } from '../../src/view/people.ts';
import { shapeOf } from './export-shape.ts';
import type { Exporting, Shape } from './export-shape.ts';
import { isSpoken, isStarter, nameOf } from './message.ts';
import { permalinkOf } from './permalink.ts';
import { remarkOf } from './remark.ts';
import type { Context, Said } from './remark.ts';
import { isLater } from './snowflake.ts';

/**
 * The messages of one conversation, in any order: those that stand in it twice once, as they were edited last. Whom nothing in
 * it names is `@unknown-1a2b`. Throws UserError `export-unreadable`.
 */
export async function readExport(json: unknown, { hash }: { readonly hash: Hash }): Promise<Exported> {
  const shape = shapeOf(json);
  const { guild, channel } = shape;
  const all = latest(shape.messages.flatMap(spokenIn));
  const context = contextOf(shape, hash);
  const remarks: Remark[] = [];
  for (const said of [...all.values()].toSorted(byTime))
    remarks.push(await readable({ ...said, ...answeredBy(said, all) }, context));
  return {
    title: channel?.name ?? null,
    url: channel === null || guild === null ? null : permalinkOf(guild, channel.id),
    expected: null,
    remarks,
  };
}

/** What a thread hangs on stands in the message that begins it, where Discord said so. */
function spokenIn(said: Exporting): readonly Exporting[] {
  if (!isStarter(said)) return isSpoken(said) ? [said] : [];
  return said.referenced_message ? spokenIn(said.referenced_message) : [];
}

function latest(all: readonly Exporting[]): ReadonlyMap<string, Exporting> {
  const found = new Map<string, Exporting>();
  for (const said of all) {
    const before = found.get(said.id);
    if (before === undefined || editedAt(said) > editedAt(before)) found.set(said.id, said);
  }
  return found;
}

const editedAt = ({ edited_timestamp: at }: Said): number => Date.parse(at ?? '') || 0;

const byTime = (one: Said, other: Said): number => (isLater(one.id, other.id) ? 1 : -1);

/** Of a reply the exporter says only which message it answers. */
function answeredBy(
  { answers }: Exporting,
  all: ReadonlyMap<string, Said>,
): Pick<Said, 'referenced_message'> {
  const found = answers === undefined ? undefined : all.get(answers);
  return found === undefined ? {} : { referenced_message: found };
}

const contextOf = ({ guild, channel }: Shape, hash: Hash): Context => ({
  names: { hash, nameOf: async () => null },
  nameOf: async () => null,
  urlOf: ({ id }) => (guild === null || channel === null ? null : permalinkOf(guild, channel.id, id)),
  readerOf: () => async () => null,
});

/** What no chat wrote may be of any shape. The exporter writes people's names for mentions of them. */
async function readable(said: Said, context: Context): Promise<Remark> {
  try {
    const remark = await remarkOf(said, context);
    const people = (said.mentions ?? []).map((user) => ({ id: user.id, name: nameOf(user) }));
    return { ...remark, body: withPeople(remark.body, people) };
  } catch {
    throw new UserError('export-unreadable');
  }
}
