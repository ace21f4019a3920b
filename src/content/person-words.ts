/** Words around names of people, as data. */

/** What Japanese adds to a name. No name ends in っ: of やっさん and おっさん it is a part. */
export const HONORIFIC =
  /(?<![っッ])\s?(?:さん|さま|(?<![仕同多模異一有両各皆])様|(?<![彼摂華])氏|先生|くん|君|ちゃん)$/;

/** Where somebody works, written around the name: it is no part of it. */
export const AFFILIATION =
  /^(?:株式会社|合同会社|\(株\))\S+\s+|^\S{1,30}(?:株式会社|合同会社|Inc\.?|社|チーム)(?:の|\s+)|\s*\([^)]{0,40}\)?\s*$|\s+[/／]\s+.{1,60}$/gi;

/** Words that lead from one talk to the next. */
export const LEADING =
  /^(?:続いて|引き続き|次(?:に|は)|最後(?:に|は)|最初(?:に|は)|まず(?:は)?|トップバッターは|トリは|今回は|by|from)[、,:\s]*/i;

/** What stands behind a dash in headings and is nobody. */
export const NOT_NAMES = new RegExp(
  [
    '^(?:connpass|atnd|doorkeeper|zusaar|peatix|techplay|meetup(?:\\.com)?|togetter.*|you ?tube|wikipedia.*|slide ?share|',
    'speaker ?deck|qiita|git ?hub|google.*|mdn.*|zenn|medium|note|twitter|x|facebook|ustream|ニコニコ.*|はてな.*|npm|',
    'introduction|summary|overview|part ?\\d*|day ?\\d*|vol\\.? ?\\d*|no\\.? ?\\d*|lt|lts|q&?a|demo|keynote|readme|memo|',
    'まとめ|その[\\d一二三]+|前[編半]|後[編半]|中編|上|下|感想|概要|入門|基礎|応用|実践|資料|発表資料|スライド|メモ|デモ|編|',
    '質問|質疑.*|つづき|続き|おまけ|補足|番外編|未定|仮|参考|動画|録画|公式.*|.*サイト|.*ブログ|.*レポート|.*の話|.*について|.*入門|.*編)$',
    '|^[A-Z]?\\d{1,2}$|^[\\d\\s./:~〜-]+$|^v?\\d+(?:\\.\\d+)+$|(?:^|\\s)(?:the|of|to|with|and|for|in|on|how|what|is|a|an|vs|your)(?:\\s|$)',
  ].join(''),
  'iu',
);

/** Where people have a page, and where their handle stands in its address. */
export const PROFILE_HOSTS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  { host: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/, path: /^\/(?:#!\/)?@?(\w{1,20})\/?$/ },
  { host: /^(?:www\.)?github\.com$/, path: /^\/([\w-]{1,39})\/?$/ },
  { host: /^(?:www\.)?facebook\.com$/, path: /^\/([\w.-]{1,60})\/?$/ },
  { host: /^qiita\.com$/, path: /^\/@?([\w-]{1,40})\/?$/ },
  { host: /^zenn\.dev$/, path: /^\/([\w-]{1,40})\/?$/ },
  { host: /^(?:www\.)?linkedin\.com$/, path: /^\/in\/([\w%-]{1,60})\/?$/ },
  { host: /^connpass\.com$/, path: /^\/user\/([\w-]{1,40})\/?$/ },
  { host: /^profile\.hatena\.ne\.jp$/, path: /^\/([\w-]{1,40})\/?$/ },
  { host: /^(?:www\.)?slideshare\.net$/, path: /^\/([\w-]{1,60})\/?$/ },
  { host: /^speakerdeck\.com$/, path: /^\/([\w-]{1,60})\/?$/ },
  { host: /^[\w.-]+$/, path: /^\/@([\w-]{1,40})\/?$/ },
];
