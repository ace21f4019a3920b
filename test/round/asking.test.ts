/** After an event: organisers are asked once for a report, where there is none, and may have enough of it. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { eventText, openScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** A workspace begins in a moment, and much slower on a busy machine. */
jest.setTimeout(30_000);

const night = {
  title: 'Docker Night',
  start: '2027-03-10 19:00',
  end: '2027-03-10 21:00',
  url: 'https://docker.connpass.com/event/1/',
};

let scene: Scene;
beforeEach(async () => {
  scene = await openScene({ 'events/night.md': eventText(night) });
  await scene.round();
  // Whoever has set something up is asked.
  for (const user of ['yui', 'hanako'])
    await scene.slack.command({ user, channel: 'general', text: 'subscribe' });
});
afterEach(() => scene.close());

/** Questions that yui has not read yet. */
const asked = (): readonly string[] => scene.unread('yui', 'dm');

const question =
  '「Docker Night」のレポートがまだありません。書いてみませんか？\n[下書きを作る] [今後は聞かない]';

const press = (button: string, user = 'yui') => {
  const message = scene.slack.messages(`D${user.toUpperCase()}`).at(-1);
  if (message === undefined) throw new Error(`nobody asked ${user}`);
  return scene.slack.press({ user, on: message, button });
};

/** Paths of the reports, drafts too. */
const files = async (): Promise<number> => (await scene.library.status()).files;

describe('two days after an event', () => {
  test('each organiser is asked once, also across a restart', async () => {
    await scene.rounds(60, '2027-03-12 20:00');
    expect(asked()).toEqual([]);
    await scene.round('2027-03-12 21:00');
    expect([asked(), scene.unread('hanako', 'dm')]).toEqual([[question], [question]]);
    await scene.restart();
    await scene.round('2027-03-12 21:00');
    await scene.rounds(60, '2027-03-20 12:00');
    expect(asked()).toEqual([]);
    expect(scene.unread('ken', 'dm')).toEqual([]);
  });

  test('and later, where the bot was away; but not after a week', async () => {
    await scene.restart();
    await scene.round('2027-03-15 09:00');
    expect(asked()).toEqual([question]);
  });

  test('nobody is asked where the bot was away for longer', async () => {
    await scene.restart();
    await scene.round('2027-03-18 09:00');
    expect(asked()).toEqual([]);
  });

  test('nobody is asked where a report names it', async () => {
    const report = `---\ntitle: What we saw\ndate: 2027-03-11\nevent_url: ${night.url}\n---\n\n## BuildKit\n`;
    await scene.write('reports/night.md', report);
    await scene.rounds(60, '2027-03-14 12:00');
    expect(asked()).toEqual([]);
  });

  test('nobody is asked where it was called off', async () => {
    await scene.write('events/night.md', eventText({ ...night, status: 'cancelled' }));
    await scene.rounds(60, '2027-03-14 12:00');
    expect(asked()).toEqual([]);
  });

  test('of one that is told in a report only nobody is asked', async () => {
    const next =
      '# Report\n\n## Next\n\n- 2027-03-10(水) 19:00 Rancher Meetup https://rancher.connpass.com/event/2/\n';
    await scene.write('events/night.md', null);
    await scene.write('reports/2027-03-01-before.md', next);
    await scene.rounds(60, '2027-03-14 12:00');
    expect(asked()).toEqual([]);
  });
});

describe('the button of the question', () => {
  beforeEach(() => scene.round('2027-03-12 21:00'));

  test('makes one draft, however often it is pressed, and shows it to nobody', async () => {
    const before = await files();
    await Promise.all([press('下書きを作る'), press('下書きを作る'), press('下書きを作る', 'hanako')]);
    await scene.slack.sees({ user: 'yui', text: 'reports/2027-03-10-docker-night.md' });
    await scene.slack.sees({ user: 'hanako', text: 'reports/2027-03-10-docker-night.md' });
    const { items } = await scene.library.reports({ limit: 10, offset: 0 });
    expect([await files(), items]).toEqual([before + 1, []]);
  });

  test('makes it the next time, where it could not be made', async () => {
    await scene.write('reports', 'no folder');
    expect((await press('下書きを作る')).text).toContain('申し訳ありません');
    await scene.write('reports', null);
    const before = await files();
    await press('下書きを作る', 'hanako');
    await scene.slack.sees({ user: 'hanako', text: 'reports/2027-03-10-docker-night.md' });
    expect(await files()).toBe(before + 1);
  });

  test('leads to the report, where somebody has written it meanwhile', async () => {
    const report = `---\ntitle: What we saw\ndate: 2027-03-11\nevent_url: ${night.url}\n---\n\n## BuildKit\n`;
    await scene.write('reports/night.md', report);
    const before = await files();
    expect((await press('下書きを作る')).text).toContain('もうレポートがあります');
    expect(await files()).toBe(before);
  });

  test('ends the questions for whoever presses it', async () => {
    expect((await press('今後は聞かない')).text).toContain('レポートのお願いはしません');
    asked();
    await scene.write('events/other.md', eventText({ title: 'Other Night', start: '2027-03-20 19:00' }));
    await scene.rounds(60, '2027-03-24 12:00');
    expect(asked()).toEqual([]);
    // Neither does it begin again by setting up something else.
    await scene.slack.command({ user: 'yui', channel: 'general', text: 'subscribe tag:go' });
    await scene.write('events/third.md', eventText({ title: 'Third Night', start: '2027-03-26 19:00' }));
    await scene.rounds(60, '2027-03-30 12:00');
    expect(asked()).toEqual([]);
  });
});
