/** What Discord says of commands that it was given: with ids of its own, and without what is off or empty. */
import type { APIApplicationCommand } from 'discord.js';
import type { Command } from '../../../adapters/discord/setup/commands.ts';

const application = '1100000000000000001';

/** As `GET /applications/{id}/commands?with_localizations=true` answers. */
export const registered = (commands: readonly Command[]): APIApplicationCommand[] =>
  commands.map(
    (command, at) =>
      ({
        description: '',
        ...(withoutEmpty(command) as object),
        id: `12000000000000000${10 + at}`,
        application_id: application,
        version: `13000000000000000${10 + at}`,
        default_member_permissions: null,
        dm_permission: true,
        nsfw: false,
        name_localizations: nullIfEmpty(command.name_localizations),
        description_localizations: nullIfEmpty(
          'description_localizations' in command ? command.description_localizations : null,
        ),
      }) as unknown as APIApplicationCommand,
  );

const nullIfEmpty = (value: object | null | undefined): object | null =>
  Object.keys(value ?? {}).length === 0 ? null : (value ?? null);

function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([, below]) =>
          below !== false && !(typeof below === 'object' && Object.keys(below as object).length === 0),
      )
      .map(([key, below]) => [key, withoutEmpty(below)]),
  );
}
