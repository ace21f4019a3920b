/** What the verbs `backup` and `restore` say. */
import { plural } from './plural.ts';

export const backup = {
  done: (file: string, records: number) =>
    `${file} holds what the bot remembers: ${plural(records, 'record')}.`,
  restored: (file: string, records: number) =>
    `The bot remembers what ${file} says: ${plural(records, 'record')}. Before it posts something that was due before now, it looks whether that stands there already.`,
  aside: (file: string) => `What it remembered until now is kept in ${file}.`,
  none: (file: string) => `There is nothing to back up yet: the bot has not remembered anything in ${file}.`,
  exists: (file: string) => `${file} is there already, and is left as it is. Name another file.`,
  unwritable: (file: string) =>
    `${file} can not be written. Make room or give rights there, or name a file in another folder.`,
  locked: (folder: string) =>
    `A bot is running on ${folder}, and what it remembers can not be replaced beneath it. Stop it, restore, and start it again.`,
  /** Why a file can not be restored. */
  fault: {
    unreadable: (file: string) => `${file} is not there, or can not be read. Nothing was changed.`,
    foreign: (file: string) =>
      `${file} is no backup of what the bot remembers. Nothing was changed. “meetup backup FILE” makes one.`,
    broken: (file: string) => `${file} is damaged. Nothing was changed. Take another backup.`,
    newer: (file: string) =>
      `${file} was written by a later version of the bot. Nothing was changed. Restore it with that version.`,
  },
};
