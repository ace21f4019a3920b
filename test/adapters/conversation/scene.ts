/** A conversation after a meetup, with everything in it that both Slack and Discord have. */
import {
  bold,
  bullets,
  channel,
  code,
  emoji,
  fence,
  group,
  instant,
  italic,
  link,
  literal,
  numbered,
  ownEmoji,
  person,
  point,
  quote,
  says,
  strike,
  text,
  underline,
} from './said.ts';
import type { Remark } from './said.ts';

const tada = emoji('tada', '🎉');
const wave = emoji('wave', '👋🏽', 4);

/** The first begins the thread. */
export const conversation: readonly Remark[] = [
  says(
    'hanako',
    text('今日の', bold('まとめ'), 'です ', tada, ' ', person('ken'), 'さん、ありがとうございました'),
    text(
      '資料: ',
      link('https://speakerdeck.example/hanako/buildkit', 'BuildKit入門'),
      ' (',
      code('docker build'),
      'が',
      strike('遅い'),
      '速い)',
    ),
    text('動画は ', link('https://example.org/live?a=1&b=2'), ' です。'),
  ),
  says(
    'ken',
    text(
      'The ',
      bold('whole ', italic('truth'), ' about'),
      ' ',
      italic('layers'),
      ', ',
      bold(italic('really')),
      ' and ',
      strike(bold('no'), ' more'),
    ),
    text(
      'これは',
      bold('太字'),
      'で',
      italic('斜体'),
      'で',
      strike('取消'),
      'で',
      bold('「括弧」'),
      'です。',
      underline('下線'),
      'は言葉だけ',
    ),
    text(
      '2 * 3 * 4 = 24, snake_case_name, a < b > c & d, ~/src, ',
      literal('*stars* _lines_ `ticks` [x](y)'),
    ),
  ),
  says(
    'yui',
    text('流れ:'),
    numbered(
      point(['キャッシュ']),
      point(
        ['並列'],
        bullets(
          point([bold(italic('LLB')), ' は DAG'], bullets(point(['もっと下']))),
          point([code('RUN'), ' は', wave]),
        ),
      ),
      point(['秘密の\n受け渡し']),
    ),
    bullets(point(['別の話']), point([link('https://example.org/b', '資料 B')])),
    text('以上'),
  ),
  says(
    'ken',
    quote(
      text('引用の', bold('一'), '行目\n二行目'),
      text('{{ site.title }} と <b>24</b> と [x]'),
      bullets(point(['引用の中の点'])),
    ),
    text(group('organisers'), ' には言うけれど、@here では言わない'),
  ),
  says(
    'hanako',
    text('これで:'),
    fence(
      '# syntax=docker/dockerfile:1',
      'RUN --mount=type=cache go build && echo "*ok* ~~~ <b>"',
      '',
      '~~~',
      '  - 字下げ',
    ),
    text(
      '次は ',
      instant('2027-03-10T10:00:00Z'),
      ' に ',
      channel('general'),
      ' で ',
      wave,
      ownEmoji('hatoba_neko'),
      ' ||秘密||',
    ),
  ),
  { ...says('yui', text('まちがい')), edited: '訂正: @hanako さんの資料は https://example.org/c です' },
  {
    ...says('hanako', text('スライドです')),
    files: [{ name: 'slides [1].pdf', mimetype: 'application/pdf', content: '%PDF-' }],
  },
];
