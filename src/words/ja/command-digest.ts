/** What each command about digests is called, what it does and what one may type for it. */
import type { commandDigest as english } from '../en/command-digest.ts';
import type { Words } from '../en.ts';

const channel = 'チャンネル。なければこのチャンネル';

export const commandDigest: Pick<Words['command'], keyof typeof english> = {
  digest: {
    called: ['まとめ', 'まとめ投稿', 'ダイジェスト'],
    summary: 'チャンネルへのまとめ投稿の内容と日時（主催者）',
    options: { channel },
    examples: ['digest'],
  },
  'digest-on': {
    called: [],
    summary: 'チャンネルへのまとめ投稿を始める、または変える（主催者）',
    options: {
      channel,
      schedule: 'いつ：毎週月曜 9:00、平日 8:30、0 9 * * 1',
      zone: 'タイムゾーン：Asia/Tokyo',
      locale: '言語：ja、en',
      sections: '項目と順番：イベント、レポート、スライド、募集、アーカイブ',
      tag: 'タグで絞る。なし：絞らない',
      series: 'シリーズで絞る。なし：絞らない',
      thread: '要約だけを投稿し、詳細はスレッドにするか。yes か no',
      empty: '新しいことがないとき：say（伝える）か skip',
      mention: '通知するロールの名前。なし：通知しない',
      keep: 'ファイルとしても残すか。yes か no',
      include: '初回に含める日数',
    },
    examples: ['digest on #general 毎週月曜 9:00', 'digest on 平日 8:30 thread:yes'],
  },
  'digest-preview': {
    called: [],
    summary: '次のまとめ投稿と、載せる理由を見る。投稿はしません（主催者）',
    options: { channel },
    examples: ['digest preview'],
  },
  'digest-pause': {
    called: [],
    summary: 'まとめ投稿を、日付まで、または再開するまで休む（主催者）',
    options: { channel, until: 'いつまで：来週の金曜、12/3' },
    examples: ['digest pause', 'digest pause 12/3まで'],
  },
  'digest-resume': {
    called: [],
    summary: '休んでいるまとめ投稿を再開する（主催者）',
    options: { channel },
    examples: ['digest resume'],
  },
  'digest-skip': {
    called: [],
    summary: '次の回のまとめ投稿を休む（主催者）',
    options: { channel, which: 'どの回か：next', back: 'やはり投稿する：yes' },
    examples: ['digest skip next'],
  },
  'digest-now': {
    called: [],
    summary: '今のまとめを見て、投稿する（主催者）',
    options: { channel, confirm: '投稿する：yes' },
    examples: ['digest now'],
  },
  'digest-list': {
    called: [],
    summary: 'すべてのまとめ投稿と、次の3回の日時（主催者）',
    options: { page: 'ページ' },
    examples: ['digest list'],
  },
  'digest-history': {
    called: [],
    summary: 'これまでのまとめ投稿と、その結果（主催者）',
    options: { channel, page: 'ページ' },
    examples: ['digest history'],
  },
  'digest-off': {
    called: [],
    summary: 'チャンネルへのまとめ投稿をやめる（主催者）',
    options: { channel },
    examples: ['digest off'],
  },
  'digest-more': {
    called: [],
    summary: 'まとめのひとつの項目をすべて見る',
    options: { key: 'まとめ', section: '項目' },
    examples: [],
  },
  'digest-settle': {
    called: [],
    summary: 'まとめが投稿されているかを答える',
    options: { key: 'まとめ', answer: 'again か there' },
    examples: [],
  },
  joined: {
    called: [],
    summary: 'ボットがチャンネルに入りました',
    options: {},
    examples: [],
  },
};
