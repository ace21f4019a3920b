/** Notes in Slack, from the first look to the last: all of it real but the time. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { allNotes } from '../../src/note/record.ts';
import { person, text as words } from '../adapters/conversation/said.ts';
import { richText } from '../adapters/conversation/slack.ts';
import type { Answer } from '../slack/index.ts';
import type { Message } from '../slack/state.ts';
import { eventText, openScene } from './scene.ts';
import type { Scene } from './scene.ts';

let scene: Scene;
/** What people talk about. */
let first: Message;

const begin = async (notes: string): Promise<void> => {
  scene = await openScene({
    'community.md': `---\nname: Docker Meetup\nlocale: en\nzone: Asia/Tokyo\norganisers: [hanako]\nnotes: ${notes}\n---\n`,
  });
  // So that buttons find the chat.
  await scene.round();
  const { slack } = scene;
  first = await slack.post({ user: 'yui', channel: 'general', text: 'BuildKit and its caches' });
  await slack.post({ user: 'ken', channel: 'general', text: 'LT1: Small images by ken', thread: first });
  await slack.post({
    user: 'ken',
    channel: 'general',
    text: 'https://speakerdeck.com/ken/small-images',
    thread: first,
  });
};

afterEach(() => scene.close());

/** The preview, once it says that. */
async function sees(user: string, text: string): Promise<Answer> {
  const { slack } = scene;
  const view = await slack.until(() => slack.views(user).findLast((each) => slack.read(each).includes(text)));
  return { kind: 'modal', text: slack.read(view), message: null, view };
}

async function collect(user = 'ken', sign = 'Notes:'): Promise<Answer> {
  await scene.slack.shortcut({ user, callback: 'collect', message: first });
  return sees(user, sign);
}

const press = async (user: string, on: Answer, button: string, sign: string): Promise<Answer> => {
  await scene.slack.press({ user, on, button });
  return sees(user, sign);
};

const save = async (user = 'ken'): Promise<Answer> =>
  press(user, await collect(user), 'Save', 'The search finds it already');

/** As many as it takes until what happened in Slack has arrived. */
async function roundsUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    await scene.round();
    if (await isSo()) return;
    await nextTurn();
  }
  throw new Error('rounds made no difference');
}

const reports = (): readonly string[] => readdirSync(join(scene.folder, 'reports'));

const onlyFile = (): string => {
  const [name = '', ...others] = reports();
  expect(others).toEqual([]);
  return scene.file(`reports/${name}`) ?? '';
};

describe('where everyone is told', () => {
  beforeEach(() => begin('{ consent: told }'));

  test('a look shows what would be kept, and writes nothing', async () => {
    const { text } = await collect();
    expect(text).toContain('3 of 3 messages will be kept.');
    expect(text).toContain('LT1: Small images by ken');
    expect(scene.file('reports')).toBeNull();
  });

  test('what is saved is found at once, as the talk that it is about', async () => {
    await save();
    expect(onlyFile()).toContain('**ken** · ');
    const { hits } = await scene.library.search({ text: 'small images', limit: 5, offset: 0 });
    expect(hits[0]).toMatchObject({
      kind: 'talk',
      title: 'Small images',
      speakers: [{ name: 'ken' }],
      slides: ['https://speakerdeck.com/ken/small-images'],
    });
  });

  test('collected again it is the same file, and what was said since is in it', async () => {
    await save();
    const before = onlyFile();
    await scene.slack.post({ user: 'yui', channel: 'general', text: 'one more thing', thread: first });
    await press('ken', await collect(), 'Save', 'up to date');
    expect(onlyFile()).toContain('one more thing');
    expect(onlyFile().slice(0, before.indexOf('<!-- notes:begin'))).toBe(
      before.slice(0, before.indexOf('<!-- notes:begin')),
    );
  });

  test('what people wrote around it stays, to the byte', async () => {
    await save();
    const [name = ''] = reports();
    const mine = `${onlyFile().replace('---\n\n<!--', '---\n\nWe met.\r\n\n<!--')}\n\tThe end`;
    await scene.write(`reports/${name}`, mine);
    await scene.slack.post({ user: 'yui', channel: 'general', text: 'one more thing', thread: first });
    await press('ken', await collect(), 'Save', 'up to date');
    const after = onlyFile();
    expect(after).toContain('one more thing');
    expect(after.startsWith(mine.slice(0, mine.indexOf('<!-- notes:begin')))).toBe(true);
    expect(after.endsWith('\n\tThe end')).toBe(true);
  });

  test('an edit and a deletion follow within the next round', async () => {
    await save();
    const { slack } = scene;
    const last = slack.messages('general').at(-1) as Message;
    await slack.edit(last, 'https://speakerdeck.com/ken/smaller-images');
    await roundsUntil(() => onlyFile().includes('smaller-images'));
    await slack.erase(last);
    await roundsUntil(() => !onlyFile().includes('speakerdeck'));
    expect(onlyFile()).toContain('BuildKit and its caches');
  });

  test('undo takes the file away that the notes made', async () => {
    await press('ken', await save(), 'Take it back', 'are taken back');
    expect(reports()).toEqual([]);
    expect((await scene.library.search({ text: 'small images', limit: 5, offset: 0 })).hits).toEqual([]);
  });

  test('whoever says no is taken out of the file', async () => {
    await save();
    const answer = await scene.slack.command({ user: 'yui', channel: 'general', text: 'privacy' });
    const said = await scene.slack.press({ user: 'yui', on: answer, button: '残さないで' });
    expect(said.text).toContain('1 つのファイルから取り除きました');
    expect(onlyFile()).not.toMatch(/yui|BuildKit and its caches\n/);
    expect(onlyFile()).toContain('Small images');
  });
});

describe('where people agree first', () => {
  beforeEach(() => begin('{ consent: agreed }'));

  test('only the words of whoever collects are kept, until others agree in the thread', async () => {
    const look = await collect();
    expect(look.text).toContain('2 of 3 messages will be kept.');
    await press('ken', look, 'Ask them in the thread', 'They are being asked');
    await scene.round();
    const { slack } = scene;
    const asked = slack.messages('general').at(-1) as Message;
    expect(asked).toMatchObject({ thread: first.ts });
    const answer = { kind: 'message', text: '', message: asked, view: null } as unknown as Answer;
    const said = await slack.press({ user: 'yui', on: answer, button: 'I agree' });
    expect(said.text).toContain('ありがとうございます');
    expect((await collect('ken', '3 of 4 messages')).text).toContain('yui: 1 message, agreed');
  });

  test('of whoever has not agreed neither words nor name are in the file', async () => {
    await scene.slack.post({
      user: 'ken',
      channel: 'general',
      text: '',
      blocks: richText([words('Thanks ', person('yui'))]),
      thread: first,
    });
    await save();
    expect(onlyFile()).toContain('Thanks @somebody');
    expect(onlyFile()).not.toMatch(/yui/i);
    expect(onlyFile()).toContain('1 message of people who did not agree');
  });
});

describe('what is not for everyone', () => {
  beforeEach(() => begin('{ consent: told }'));

  test('a guest can not collect', async () => {
    await scene.slack.shortcut({ user: 'gus', callback: 'collect', message: first });
    const { text } = await sees('gus', 'Only members of this community');
    expect(text).not.toContain('BuildKit');
  });

  test('a secret is masked before it is saved', async () => {
    const token = ['ghp', 'x'.repeat(36)].join('_');
    await scene.slack.post({
      user: 'ken',
      channel: 'general',
      text: `use ${token} or ken@corp.jp`,
      thread: first,
    });
    const look = await collect();
    expect(look.text).toContain('2 things look secret or private');
    expect(look.text).not.toContain('[Save]');
    const masked = await press('ken', look, 'Mask what is private', '[Save]');
    expect(masked.text).toContain('use [a GitHub token] or [an e-mail address]');
    await press('ken', masked, 'Save', 'The search finds it already');
    expect(onlyFile()).not.toMatch(/ghp_|corp/);
    expect(onlyFile()).toContain('use \\[a GitHub token]');
  });

  test('a message that is unticked is left out, and can be ticked again', async () => {
    const out = await press('ken', await collect(), '☑ 3', '2 of 3 messages');
    expect(out.text).toContain('left out by you');
    const both = await press('ken', out, '☐ 3', '3 of 3 messages');
    const other = await press('ken', both, '☑ 2', '2 of 3 messages');
    expect(other.text).toContain('[☐ 2]');
  });

  test('nobody can save what somebody else is looking at', async () => {
    const look = await collect();
    const { view } = look;
    if (view === null) throw new Error('no view');
    const key = /draft:([\w-]+)/u.exec(JSON.stringify(view))?.[1] ?? '';
    const said = await scene.slack.command({
      user: 'yui',
      channel: 'general',
      text: `collect draft:${key} step:save`,
    });
    expect(said.text).toContain('ほかの人');
    expect(scene.file('reports')).toBeNull();
  });
});

describe('where people write, too', () => {
  beforeEach(() => begin('{ consent: told }'));

  const edit = async (from: string, to: string): Promise<void> => {
    const [name = ''] = reports();
    await scene.write(`reports/${name}`, onlyFile().replace(from, to));
  };

  test('what they changed within the notes stays, beside what the bot would write, until somebody chooses', async () => {
    await save();
    await edit('BuildKit and its caches\n\n##', 'BuildKit, its caches and more\n\n##');
    await scene.slack.post({ user: 'yui', channel: 'general', text: 'zzyzx', thread: first });
    const asked = await press('ken', await collect(), 'Save', 'which one stays');
    expect(onlyFile()).toContain('its caches and more');
    expect(onlyFile()).toContain('zzyzx');
    const { hits } = await scene.library.search({ text: 'zzyzx', limit: 5, offset: 0 });
    expect(hits).toEqual([]);
    await press('ken', asked, 'Keep what people wrote', 'What people wrote stays');
    expect(onlyFile()).toContain('its caches and more');
    expect(onlyFile()).not.toContain('zzyzx');
  });

  test('nothing that people changed is thrown away by undo', async () => {
    const saved = await save();
    await edit('BuildKit and its caches\n\n##', 'BuildKit and more\n\n##');
    await press('ken', saved, 'Take it back', 'What they wrote is not thrown away');
    expect(onlyFile()).toContain('BuildKit and more');
  });

  test('a file that they threw away does not come back by itself', async () => {
    await save();
    const [name = ''] = reports();
    await scene.write(`reports/${name}`, null);
    const { slack } = scene;
    await slack.edit(slack.messages('general').at(-1) as Message, 'changed since');
    const { state } = scene;
    await roundsUntil(async () => (await allNotes(state())).some(({ trouble }) => trouble === 'file'));
    expect(reports()).toEqual([]);
  });
});

describe('whoever wants to be forgotten', () => {
  test('is in no file, no index and no memory any more, and not in later notes', async () => {
    await begin('{ consent: told }');
    await scene.slack.post({ user: 'yui', channel: 'general', text: 'canaryword here', thread: first });
    await save();
    expect((await scene.library.search({ text: 'canaryword', limit: 5, offset: 0 })).hits).toHaveLength(1);
    const { slack } = scene;
    const answer = await slack.command({ user: 'yui', channel: 'general', text: 'privacy' });
    const sure = await slack.press({ user: 'yui', on: answer, button: '忘れて' });
    const receipt = await slack.press({ user: 'yui', on: sure, button: 'はい、忘れて' });
    expect(receipt.text).toContain('書き直したファイル 1 つ');
    expect(onlyFile()).not.toMatch(/canaryword|yui/);
    expect((await scene.library.search({ text: 'canaryword', limit: 5, offset: 0 })).hits).toEqual([]);
    await press('ken', await collect(), 'Save', 'Nothing had changed');
    expect(onlyFile()).not.toContain('canaryword');
  });
});

describe('in a channel that belongs to an event', () => {
  const thread = async (line: string): Promise<Message> => {
    const { slack } = scene;
    const opening = await slack.post({ user: 'ken', channel: 'general', text: line });
    await slack.post({ user: 'yui', channel: 'general', text: `about ${line}`, thread: opening });
    return opening;
  };

  test('a thread for each talk becomes one report with a section for each', async () => {
    await begin('{ consent: told }');
    await scene.write(
      'events/night.md',
      eventText({
        title: 'Docker Meetup #12',
        start: '2027-03-01 19:00',
        end: '2027-03-01 21:00',
        url: 'https://docker.connpass.com/event/12/',
        talks: [
          { title: 'Small images', speakers: ['ken'] },
          { title: 'BuildKit inside', speakers: ['yui'] },
        ],
      }),
    );
    const { slack } = scene;
    const routed = await slack.command({
      user: 'hanako',
      channel: 'general',
      text: 'notes route Docker Meetup #12',
    });
    expect(routed.text).toContain('Docker Meetup #12');
    for (const line of ['Small images', 'BuildKit inside']) {
      first = await thread(line);
      await press('ken', await collect('ken', `Notes: ${line}`), 'Save', 'The search finds it already');
    }
    expect(onlyFile().match(/^## .*/gm)).toEqual(['## Talk 1: Small images', '## Talk 2: BuildKit inside']);
    expect(onlyFile()).toContain('event_url: "https://docker.connpass.com/event/12/"');
    const { hits } = await scene.library.search({ text: 'type:talk inside', limit: 5, offset: 0 });
    expect(hits[0]).toMatchObject({ title: 'BuildKit inside', speakers: [{ name: 'yui' }] });
    expect((await scene.library.event('Docker Meetup #12'))?.report?.file).toMatch(/^reports\//);
  });
});
