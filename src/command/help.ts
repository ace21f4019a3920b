/** `/meetup help`: what one can ask, from the list of commands itself. */
import { UserError } from '../error.ts';
import type { CommandInfo, View } from '../port.ts';
import { bullets, code, heading, item, paragraph, root } from '../view/build.ts';
import { meanings, searchHelp } from '../view/help.ts';
import { readCall, typedName } from './next.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestCommands } from './suggest.ts';

export const help = defineCommand({
  name: 'help',
  options: { topic: { type: 'text', rest: true, suggest: suggestCommands } },
  run: async ({ topic }, scene) => {
    if (topic === '') return overview(scene);
    const command = scene.commands.find(
      ({ name, listed }) => listed && name === topic.toLowerCase().replace(' ', '-'),
    );
    if (command === undefined) throw new UserError('command-unknown', { name: topic });
    return details(command, scene);
  },
});

function overview({ commands: all, locale, words }: Scene): View {
  const commands = all.filter(({ listed }) => listed);
  const lines = commands.map((info) =>
    item(paragraph(code(words.help.write(typedName(info))), ` — ${info.describe(locale).summary}`)),
  );
  return {
    body: root(heading(3, words.help.title), paragraph(words.help.plainWords), bullets(lines)),
    next: commands
      .map((info) => ({ label: words.help.write(typedName(info)), command: 'help', input: info.name }))
      .slice(0, 5),
    data: commands.map(({ name, describe }) => ({ name, summary: describe(locale).summary })),
  };
}

function details({ name, describe }: CommandInfo, { commands, locale, words }: Scene): View {
  const { summary, options, examples } = describe(locale);
  return {
    body: root(
      heading(3, words.help.write(typedName({ name }))),
      paragraph(summary),
      Object.keys(options).length > 0 && paragraph(words.help.options),
      Object.keys(options).length > 0 && meanings(options),
      ...(name === 'search' ? searchHelp(words) : []),
      examples.length > 0 && paragraph(words.help.examples),
      examples.length > 0 &&
        bullets(examples.map((example) => item(paragraph(code(words.help.write(example)))))),
    ),
    next: examples.map((example) => ({ label: example, ...readCall(example, commands) })),
    data: { name, summary, options, examples },
  };
}
