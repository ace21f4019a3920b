/** A line for the bot → a tree in which the people of the playground are mentions: `@花子` and `@hanako` are one. */
import type { Root } from 'mdast';
import type { Locale } from '../../../src/port.ts';
import { paragraph, person, root, text } from '../../../src/view/build.ts';
import { locales } from '../../../src/words/index.ts';
import { membersIn } from './people.ts';

export function addressed(line: string, locale: Locale): Root {
  const parts = line.split(/(@[^\s　@]+)/u);
  return root(paragraph(...parts.map((part) => mentionIn(part, locale) ?? text(part))));
}

function mentionIn(part: string, locale: Locale): ReturnType<typeof person> | null {
  const called = part.replace(/^@/, '').toLowerCase();
  if (called === part.toLowerCase()) return null;
  const id = locales
    .flatMap((each) => membersIn(each))
    .find((member) => member.id === called || member.name.toLowerCase() === called)?.id;
  const member = membersIn(locale).find((each) => each.id === id);
  return member === undefined ? null : person(member.id, member.name);
}
