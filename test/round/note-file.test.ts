/** Notes in files that people change: what they did to the two comments is said, and what is taken back is what was there. */
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { Answer } from '../slack/index.ts';
import type { Message } from '../slack/state.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;
let first: Message;

/** What ken sees, once it says that. */
async function sees(text: string): Promise<Answer> {
  const { slack } = scene;
  const view = await slack.until(() =>
    slack.views('ken').findLast((each) => slack.read(each).includes(text)),
  );
  return { kind: 'modal', text: slack.read(view), message: null, view };
}

async function collect(sign = 'Notes:'): Promise<Answer> {
  await scene.slack.shortcut({ user: 'ken', callback: 'collect', message: first });
  return sees(sign);
}

async function press(on: Answer, button: string, sign: string): Promise<Answer> {
  await scene.slack.press({ user: 'ken', on, button });
  return sees(sign);
}

const say = (text: string): Promise<Message> =>
  scene.slack.post({ user: 'ken', channel: 'general', text, thread: first });

/** The only report, and its text. */
const report = (): readonly [path: string, text: string] => {
  const [name = ''] = readdirSync(join(scene.folder, 'reports'));
  return [`reports/${name}`, scene.file(`reports/${name}`) ?? ''];
};

beforeEach(async () => {
  scene = await openScene({
    'community.md': `---\nname: Docker Meetup\nlocale: en\nzone: Asia/Tokyo\nnotes: { consent: told }\n---\n`,
  });
  // So that buttons find the chat.
  await scene.round();
  first = await scene.slack.post({ user: 'ken', channel: 'general', text: 'BuildKit and its caches' });
  await press(await collect(), 'Save', 'The search finds it already');
});

afterEach(() => scene.close());

describe('a note', () => {
  test('whose comments people broke is left as it is, and they are told', async () => {
    const [path, text] = report();
    const broken = text.replace(/<!-- notes:end .*\n/, '');
    await scene.write(path, broken);
    await say('one more thing');
    expect((await collect('Nobody can tell')).text).toContain('<!-- notes:end');
    expect(report()).toEqual([path, broken]);
    expect(readdirSync(join(scene.folder, 'reports'))).toHaveLength(1);
  });

  test('that was collected again and is taken back is what it was before, to the byte', async () => {
    const before = report();
    await say('one more thing');
    const saved = await press(await collect(), 'Save', 'up to date');
    expect(report()[1]).toContain('one more thing');
    await press(saved, 'Take it back', 'as it was before');
    expect(report()).toEqual(before);
  });

  test('that people changed stands beside what was said since, until somebody chooses', async () => {
    const [path, text] = report();
    const mine = text.replaceAll('its caches', 'its many caches');
    await scene.write(path, mine);
    await say('one more thing');
    const asked = await press(await collect(), 'Save', 'which one stays');
    expect(report()[1].startsWith(mine.slice(0, -1))).toBe(true);
    expect((await scene.library.search({ text: 'thing', limit: 5, offset: 0 })).hits).toEqual([]);
    await press(asked, 'Keep what people wrote', 'What people wrote stays');
    expect(inner(report()[1])).toBe(inner(mine));
    await collect('nothing has changed');
  });
});

const inner = (text: string): string => /<!-- notes:begin .*\n([^]*)<!-- notes:end/.exec(text)?.[1] ?? '';
