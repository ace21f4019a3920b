// Takes the pictures of Slack for the README: the real bot in the simulated workspace, and what members see there, light and dark.
//   npm run pictures
import type { Element } from 'hast';
import { createSlack } from '../../adapters/slack/index.ts';
import { startSlack } from '../slack/index.ts';
import type { Slack } from '../slack/index.ts';
import type { Eyes } from '../slack/render/rich-text.ts';
import { joined, noon } from './community.ts';
import { photographAll } from './photograph.ts';
import type { Drawing } from './photograph.ts';
import { drawChannel, drawHome, drawModal } from './slack-window.ts';

const nameOf = (id: string): string => id.slice(1).toLowerCase();
const hanako: Eyes = { locale: 'ja-JP', zone: 'Asia/Tokyo', nameOf };
const ken: Eyes = { locale: 'en-US', zone: 'America/New_York', nameOf };

/** What #general shows to somebody. */
const general = (slack: Slack, id: string, eyes: Eyes): Element =>
  drawChannel(
    'general',
    slack.messages('general').filter(({ onlyFor }) => onlyFor === null || onlyFor === id),
    eyes,
  );

const topOf = (slack: Slack, user: string) => {
  const view = slack.views(user).at(-1);
  if (view === undefined) throw new Error(`${user} has no modal open`);
  return view;
};

/** One conversation, looked at now and then. */
async function* play(slack: Slack, round: () => Promise<void>): AsyncGenerator<Drawing> {
  await slack.post({ user: 'ken', channel: 'general', text: '監視の話、前にどなたかしていましたよね？' });
  const found = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
  yield { name: 'slack-search', drawn: general(slack, 'UHANAKO', hanako), lang: 'ja' };

  const talk = await slack.press({ user: 'hanako', on: found, button: '1 を読む' });
  await slack.press({ user: 'hanako', on: talk, button: '共有' });
  yield { name: 'slack-shared', drawn: general(slack, 'UKEN', ken), lang: 'ja' };

  const form = await slack.shortcut({ user: 'ken', callback: 'search' });
  await slack.submit({ user: 'ken', on: form, values: { words: 'docker' } });
  const results = await slack.sees({ user: 'ken', text: /results? for/ });
  await slack.press({ user: 'ken', on: results, button: /\[(More [^\]]*)\]/.exec(results.text)?.[1] ?? '' });
  await slack.sees({ user: 'ken', text: '[Page 1]' });
  yield { name: 'slack-modal', drawn: drawModal(topOf(slack, 'ken'), ken), lang: 'en' };

  const lastFor = (who: string | null): Element =>
    drawChannel(
      'general',
      slack
        .messages('general')
        .filter(({ onlyFor }) => onlyFor === who)
        .slice(-1),
      hanako,
    );
  const before = await slack.command({
    user: 'yui',
    channel: 'general',
    text: 'digest on include:7 毎週月曜 9:00',
  });
  await slack.press({ user: 'yui', on: before, button: 'プレビュー' });
  yield { name: 'slack-digest-preview', drawn: lastFor('UYUI'), lang: 'ja' };

  const asked = await slack.command({ user: 'yui', channel: 'general', text: 'digest now' });
  await slack.press({ user: 'yui', on: asked, button: '投稿する' });
  await round();
  const digest = slack
    .messages('general')
    .filter(({ onlyFor }) => onlyFor === null)
    .slice(-1);
  yield { name: 'slack-digest', drawn: drawChannel('general', digest, hanako), lang: 'ja' };

  const channel = 'general';
  const first = await slack.post({ user: 'hanako', channel, text: 'LT1: 小さなイメージの作り方 by hanako' });
  const say = (user: string, text: string) => slack.post({ user, channel, text, thread: first });
  await say('hanako', 'https://speakerdeck.com/hanako/small-images');
  await say('ken', 'マルチステージにしたら 1.2GB が 80MB になりました');
  const about = await slack.command({ user: 'yui', channel, text: 'privacy' });
  await slack.press({ user: 'yui', on: about, button: '同意する' });
  const last = await say('yui', '当日の連絡先は yui@harbour.jp です');
  await slack.shortcut({ user: 'hanako', callback: 'collect', message: last });
  await slack.sees({ user: 'hanako', text: '秘密を伏せる' });
  yield { name: 'slack-notes', drawn: drawModal(topOf(slack, 'hanako'), hanako), lang: 'ja' };

  await slack.openHome('ken');
  const home = slack.home('ken');
  if (home !== null) yield { name: 'slack-home', drawn: drawHome(home, ken), lang: 'en' };
}

const slack = await startSlack({ now: () => noon.getTime() });
const { round, leave } = await joined((given) => {
  const { botToken: token, appToken, apiUrl } = slack;
  return createSlack({ ...given, token, way: { appToken }, apiUrl });
});
try {
  await photographAll(play(slack, round), 'slack.css');
} finally {
  await leave();
  await slack.stop();
}
