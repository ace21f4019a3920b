/** Words about meetups, as data. Texts are NFKC. */

const NUMBER = String.raw`(?<n>\d{1,4}|[一二三四五六七八九十])`;
const NAME = String.raw`(?<name>[^#\n]{2,60}?)`;

/** A series with its number. Groups: name, n. */
export const SERIES_SHAPES: readonly RegExp[] = [
  new RegExp(
    String.raw`第 ?${NUMBER} ?回 ?[】\])]?\s*(?:の\s*)?(?<name>[^\s#「『(【:、。]{1,40}?(?:勉強会|会議|交流会|読書会|ミートアップ|meetup)|[\w.+-]+(?: [A-Z][\w.+-]*){0,4})`,
    'iu',
  ),
  new RegExp(String.raw`^${NAME} ?第 ?${NUMBER} ?回`, 'u'),
  new RegExp(
    String.raw`${NAME}\s?(?:#|(?<![a-z])No\.? ?|(?<![a-z])vol\.? ?|(?<![a-z])ver\.)${NUMBER}(?![\d/])`,
    'iu',
  ),
  new RegExp(String.raw`${NAME} ?${NUMBER} ?(?:時限目|回目|次会|弾|限目|杯目|皿目)`, 'u'),
];

/** `Conference With Developers 2`: only in a text that is about a meetup, for products have numbers as well. */
export const BARE_NUMBER = new RegExp(
  String.raw`${NAME}\s(?<n>\d{1,3})(?:st|nd|rd|th)?(?=\s*(?:$|参加|レポート|リポート|アウトライン|メモ|report|notes))`,
  'iu',
);

/** What a report's title says besides the meetup's name. */
export const REPORT_WORDS =
  /\s*(?:に|へ|を|で|の)?\s*(?:(?:初)?参加(?:し|レポ|報告|記)|行って(?:き|みた)|開催(?:し|レポ|報告|しま)|登壇|発表し|アウトライン(?:メモ)?|レポート|リポート|レポ$|メモ$|まとめ$|感想|report\b|notes?\b|recap\b|memo\b).*$/iu;

/** A title with one of these is about a meetup. */
export const EVENT_WORDS =
  /勉強会|meetup|meet-up|ミートアップ|カンファレンス|conference|もくもく|ハッカソン|hackathon|LT会|LT大会|参加|登壇|発表|イベント|kaigi|会議|summit|サミット|\bcon\b|fest\b|学園祭|セミナー|workshop|ワークショップ|アウトラインメモ|行ってき|開催|レポート|リポート|(?:^|\s)(?:day|days)\s?\d|tech ?talk|テクニカルトーク|ナイト|night/iu;

/** Words by which people say that they spoke themselves. */
export const SPOKE =
  /(?:発表|登壇|話し?|LT|講演|プレゼン)(?:を)?(?:して|し)(?:き|み|ま|た)|\b(?:my talk|I (?:spoke|talked|presented|gave a talk))\b/i;

/** What sites append to the titles of their pages. */
export const SITE_TAIL =
  /\s*(?:[-–—:|]|on)\s*(?:connpass|atnd|doorkeeper|zusaar|peatix|techplay|meetup(?:\.com)?|eventbrite|youtube|togetter.*)\s*$/i;

/** Cities with their Latin names; the more specific first. */
export const CITIES: readonly (readonly [string, string])[] = [
  ['横浜', 'yokohama'],
  ['川崎', 'kawasaki'],
  ['つくば', 'tsukuba'],
  ['東京', 'tokyo'],
  ['大阪', 'osaka'],
  ['京都', 'kyoto'],
  ['神戸', 'kobe'],
  ['名古屋', 'nagoya'],
  ['福岡', 'fukuoka'],
  ['北九州', 'kitakyushu'],
  ['札幌', 'sapporo'],
  ['仙台', 'sendai'],
  ['金沢', 'kanazawa'],
  ['新潟', 'niigata'],
  ['長野', 'nagano'],
  ['松本', 'matsumoto'],
  ['静岡', 'shizuoka'],
  ['浜松', 'hamamatsu'],
  ['広島', 'hiroshima'],
  ['岡山', 'okayama'],
  ['松江', 'matsue'],
  ['高松', 'takamatsu'],
  ['松山', 'matsuyama'],
  ['徳島', 'tokushima'],
  ['高知', 'kochi'],
  ['熊本', 'kumamoto'],
  ['大分', 'oita'],
  ['長崎', 'nagasaki'],
  ['宮崎', 'miyazaki'],
  ['鹿児島', 'kagoshima'],
  ['那覇', 'naha'],
  ['沖縄', 'okinawa'],
  ['会津', 'aizu'],
  ['福井', 'fukui'],
  ['奈良', 'nara'],
];

/** A name that only events have: `DockerCon`, `Japan Container Days`, `RubyKaigi`. */
export const EVENT_NAME =
  /(?:[A-Z][\w.]*\s){0,3}(?:[A-Z]\w*(?:Con|Conf|Kaigi|Fest|Summit)|Conference|Summit|Days|Meetup)(?: [A-Z][a-z]+){0,3}/u;
