/** `/meetup digest`: what this channel is told regularly, or how to begin. */
import { usualDigest } from '../content/digest-setting.ts';
import { digestChannelAt } from '../digest/channel.ts';
import type { DigestChannel } from '../digest/channel.ts';
import { isPausedAt } from '../digest/coming.ts';
import { scheduleText } from '../content/schedule.ts';
import type { NamedPlace, Next, View } from '../port.ts';
import { bullets, code, heading, item, paragraph, root } from '../view/build.ts';
import { channelBlocks } from '../view/digest-channel.ts';
import { askedFor, calledIn, channelOption, digestButton, readingIn, stateFor } from './digest-channel.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

export const digest = defineCommand({
  name: 'digest',
  options: { channel: channelOption },
  run: async ({ channel: named }, scene) => {
    stateFor(scene);
    // A conversation with the bot has none: there one wants to see which there are.
    if (named === null && scene.call.place.visibility === 'direct') return scene.run('digest-list', '');
    const { state, place } = await askedFor(named, scene);
    const channel = await digestChannelAt(state, place);
    return channel === null ? beginView(place, scene) : overview(channel, scene);
  },
});

function beginView(place: NamedPlace, scene: Scene): View {
  const { words, locale, commands } = scene;
  const said = words.digestCommand;
  const { examples } = commands.find(({ name }) => name === 'digest-on')?.describe(locale) ?? {
    examples: [],
  };
  const schedule = scheduleText(usualDigest.schedule, locale);
  return {
    body: root(
      heading(3, said.title),
      paragraph(said.none(calledIn(place, scene))),
      paragraph(said.begin),
      bullets(examples.map((example) => item(paragraph(code(words.help.write(example)))))),
    ),
    next: [digestButton(said.beginUsual(schedule), { command: 'digest-on' }, place), allButton(scene)],
    data: null,
  };
}

function overview(channel: DigestChannel, scene: Scene): View {
  return {
    body: root(heading(3, scene.words.digestCommand.title), ...channelBlocks(channel, readingIn(scene))),
    next: [...digestButtons(channel, scene), allButton(scene)],
    data: channel,
  };
}

/** What one may do with a digest that is there. What stands in the file can not be ended here. */
export function digestButtons(channel: DigestChannel, { words, now }: Scene): readonly Next[] {
  const { place, paused, trouble, skips, from } = channel;
  const said = words.digestCommand.button;
  const button = (label: keyof typeof said, command: string, named = {}): Next =>
    digestButton(said[label], { command, ...named }, place);
  const isResting = trouble !== null || isPausedAt(now(), paused);
  return [
    button('preview', 'digest-preview'),
    ...(isResting
      ? [button('resume', 'digest-resume')]
      : [
          button('pause', 'digest-pause'),
          skips === null ? button('skip', 'digest-skip') : button('unskip', 'digest-skip', { back: 'yes' }),
        ]),
    button('now', 'digest-now'),
    button('history', 'digest-history'),
    ...(from === 'chat' ? [button('off', 'digest-off')] : []),
  ];
}

const allButton = ({ words }: Scene): Next => ({
  label: words.digestCommand.button.list,
  command: 'digest-list',
  input: '',
});
