/** Notes of a community whose folder is a repository: what the bot writes is people's, and what they push is found. */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { openGitWorld } from '../git/world.ts';
import type { GitWorld } from '../git/world.ts';
import type { Answer } from '../slack/index.ts';
import type { Message } from '../slack/state.ts';
import { openScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** A hundred processes take their time where others work, too. */
jest.setTimeout(60_000);

let world: GitWorld;
let scene: Scene;
let first: Message;

const community = '---\nname: Docker Meetup\nlocale: en\nzone: Asia/Tokyo\nnotes: { consent: told }\n---\n';

beforeEach(async () => {
  world = await openGitWorld();
  world.person.save('community.md', community);
  scene = await openScene({}, await world.open());
  await scene.round();
  first = await scene.slack.post({ user: 'ken', channel: 'general', text: 'BuildKit and its caches' });
  await scene.slack.post({ user: 'yui', channel: 'general', text: 'thanks', thread: first });
});

afterEach(async () => {
  await scene.close();
  await world.close();
});

async function sees(text: string): Promise<Answer> {
  const { slack } = scene;
  const view = await slack.until(() =>
    slack.views('ken').findLast((each) => slack.read(each).includes(text)),
  );
  return { kind: 'modal', text: slack.read(view), message: null, view };
}

async function press(on: Answer, button: string, sign: string): Promise<Answer> {
  await scene.slack.press({ user: 'ken', on, button });
  return sees(sign);
}

async function save(sign = 'It is pushed'): Promise<Answer> {
  await scene.slack.shortcut({ user: 'ken', callback: 'collect', message: first });
  return press(await sees('Notes:'), 'Save', sign);
}

const path = 'reports/2027-03-01-buildkit-and-its-caches.md';

test('what is saved is pushed at once, and taken back everywhere', async () => {
  const saved = await save();
  expect(world.person.sees(path)).toContain('BuildKit and its caches');
  await press(saved, 'Take it back', 'are taken back');
  expect(() => world.person.sees(path)).toThrow(/does not exist/);
  expect(world.person.sees('reports/a.md')).toContain('middle');
});

test('what people push is found, and what they write around the notes stays when those change', async () => {
  await save();
  world.person.save(path, `${world.person.sees(path)}\n\nWritten by a person: zzyzx.\n`);
  scene.at('2027-03-01 13:00');
  await scene.round();
  await scene.library.sync();
  expect((await scene.library.search({ text: 'zzyzx', limit: 5, offset: 0 })).hits).toHaveLength(1);
  await scene.slack.post({ user: 'yui', channel: 'general', text: 'one more thing', thread: first });
  await save();
  expect(world.person.sees(path)).toContain('one more thing');
  expect(world.person.sees(path)).toContain('Written by a person: zzyzx.');
});

test('where people push in the moment before, nothing of theirs and nothing of the notes is lost', async () => {
  await save();
  world.person.save(path, `${world.person.sees(path)}\n\nWritten by a person: zzyzx.\n`);
  await scene.slack.post({ user: 'yui', channel: 'general', text: 'one more thing', thread: first });
  await save();
  expect(world.person.sees(path)).toContain('one more thing');
  expect(world.person.sees(path)).toContain('Written by a person: zzyzx.');
});
