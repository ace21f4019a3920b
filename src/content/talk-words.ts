/** The words around talks, in both languages, as data. All of it is tried on `narrow` text. */

/** What stands before a title: `isSlot` says that it can only stand before a talk's. */
export const DECORATIONS: readonly { readonly shape: RegExp; readonly isSlot: boolean }[] = [
  { shape: /^[■□●○◆◇▼▽★☆・▶►]+\s*/, isSlot: false },
  {
    shape: /^\(?\d{1,2}:\d{2}\s*(?:[-–—~〜～]\s*\d{1,2}:\d{2})?\)?\s*[-–—|:]?\s*/,
    isSlot: true,
  },
  { shape: /^[A-Z]-?\d{1,2}(?:\s?[:.]|\s(?=[「『]))\s*/, isSlot: true },
  { shape: /^\[(?:room|track|hall|stage|会場|トラック)[^\]]{0,20}\]\s*/i, isSlot: true },
  {
    shape:
      /^(?:(?:スポンサー|懇親会|飛び入り|ウェルカム|welcome|sponsor|初心者|一般)\s?)?(?:LT|ライトニングトーク|lightning talk|トークセッション|パネルディスカッション|セッション|session|talk|発表|トーク|講演|基調講演|招待講演|特別講演|keynote|presentation|プレゼン)(?:枠|その)?\s*(?:[#.-]?\s*(?:\(\d{1,2}\)|\d{1,2})(?:本目)?\s*(?:[:.|、–—-]\s*|\s+|(?=[『「"“(]|$))|\s*(?:[:|–—]|\s-\s)\s*|(?=[『「"“]|\(\d{1,2}:))/i,
    isSlot: true,
  },
  { shape: /^\(\d{1,2}:\d{2}[^()]{0,12}\)\s*/, isSlot: true },
  {
    shape: /^\d{1,3}\s*(?:分|min)(?:枠|間|LT|トーク|セッション)\s*\(?\d{0,2}\)?\s*:?\s*/i,
    isSlot: true,
  },
  { shape: /^第?\d{1,2}\s*(?:コマ目|本目|人目|番目|つ目|時限目?|発表)\s*:?\s*(?=\S)/, isSlot: true },
  { shape: /^(?:\d{1,2}[.)]|\(\d{1,2}\)|[①-⑳])\s+/, isSlot: false },
];

/** What stands behind a title. */
export const TRAILERS: readonly RegExp[] = [
  /(?:\s+#(?!\d+$)[^\s#]{2,40}){1,5}$/,
  /\s*(?:\/\/?|[|–-])\s*(?:twitter|x|connpass|atnd|doorkeeper|youtube|slideshare|speaker ?deck|google (?:スライド|slides|docs))\s*$/i,
  /\s*\((?:gold|silver|bronze|platinum|diamond|ゴールド|シルバー|ブロンズ|プラチナ)[^)]{0,20}\)\s*$/i,
  /\s*\(\s*仮\s*\)\s*$/,
];

/** The report says that it does not know the title. */
export const UNKNOWN_TITLE =
  /^[([【]?\s*(?:tbd|tba|n\/a|none|\?+|-+|–|—|未定|不明|なし|(?:タイトル|題名|題)?\s*(?:未定|不明|失念|見逃し|聞き逃し|忘れ)(?:[たまし]{1,4})?)\s*[)\]】]?$/i;

/** Headings of what is part of a meetup and no talk, to the letter (in lower case, without signs around them). */
const PLAIN_WORDS = `
感想|所感|まとめ|総括|最後に|さいごに|おわりに|終わりに|終わり|おわり|はじめに|始めに|初めに|前置き|余談|余談で|雑感|ふりかえり|振り返り|反省|反省点|所見|結論
休憩|会場|会場について|場所|日時|日程|開催概要|開催情報|概要|イベント概要|イベント|イベント情報|勉強会|勉強会の概要|アクセス|受付|開場|開会|閉会|開始|開会宣言|諸注意|注意事項
自己紹介|自己紹介タイム|参加者自己紹介|アイスブレイク|挨拶|ご挨拶|開会の挨拶|閉会の挨拶|乾杯|懇親会|二次会|打ち上げ|交流会|ランチ|昼食|昼休み|お昼|食事|軽食|ピザ|お菓子|ノベルティ
質疑応答|質問|質問タイム|qa|q&a|q & a|回答|議論|ディスカッション|パネルディスカッションについて|アンケート|アンケート結果|抽選会|じゃんけん大会|プレゼント
リンク|リンク集|参考|参考リンク|参考資料|参考文献|参照|関連|関連リンク|関連記事|関連資料|関連イベント|あわせて読みたい|資料|資料一覧|スライド|スライド一覧|発表資料|発表資料一覧|動画|録画|写真|ハッシュタグ|ツイート|ツイートまとめ|togetter|twitter|実況
目次|アジェンダ|タイムテーブル|スケジュール|プログラム|当日の流れ|流れ|準備|参加|参加登録|参加方法|参加者|参加者層|参加した理由|参加理由|参加経緯|参加動機|経緯|きっかけ|背景|目的|動機|自分について|主催|スポンサー|運営|発表者募集|登壇者募集
その他|その他lt|その他のlt|他lt|おまけ|補足|追記|メモ|アウトラインメモ|備考|宣伝|告知|お知らせ|募集|次回|次回予告|次回について|今後|今後の予定|今後の展望|やったこと|学んだこと|わかったこと|得られたもの|良かったこと|良かった点|よかったこと|改善点|課題|kpt|keep|problem|try|用語|用語集|謝辞|お礼|オープニング|クロージング|オープニングトーク|レポート|参加レポート|参加報告|概説|環境構築|使い方|インストール|内容
発表|発表内容|発表一覧|セッション|セッション一覧|セッション内容|各セッション|本編|講演|講演内容|トーク|lt|lts|lt大会|lt会|lt枠|ltタイム|ライトニングトーク|ライトニングトーク大会|基調講演|午前の部|午後の部|夜の部|第一部|第二部|第三部|前半|後半|1日目|2日目|3日目|一日目|二日目
introduction|intro|overview|about|summary|conclusion|conclusions|wrap up|wrapping up|wrap-up|closing|closing remarks|opening|opening remarks|welcome|greetings|impressions|thoughts|my thoughts|takeaways|feedback|retrospective|thanks|acknowledgements|acknowledgments
break|coffee break|lunch|lunch break|afternoon break|morning break|tea break|networking|party|after party|afterparty|reception|social|dinner|pizza|drinks|registration|doors open|venue|location|access|date|schedule|agenda|timetable|program|programme|time table
table of contents|toc|contents|links|link|reference|references|bookmarks|resources|see also|related|related links|slides|slide|videos|video|photos|pictures|recording|recordings|notes|memo|misc|miscellaneous|other|others|appendix|todo|q&a session|questions|discussion|survey|sponsors|sponsor|organizers|organisers|speakers|speaker|attendees|participants|next|next time|next event|upcoming|announcements|announcement|self introduction|about me|who am i|hashtag|twitter
talks|talk|sessions|session|presentations|lightning talks|lightning talk|day 1|day 2|day 3|day1|day2|day3|morning|afternoon|evening|first half|second half
usage|install|installation|setup|requirements|requirement|build|run|license|licence|how to build|how to use|getting started|project setup|readme|packages|description|features|todo list|changelog|contributing
`;

export const NO_TALK: ReadonlySet<string> = new Set(
  PLAIN_WORDS.split(/[|\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== ''),
);

/** Headings that contain or begin with such a word. */
export const NO_TALK_SHAPES: readonly RegExp[] = [
  /^(?:休憩|感想|所感|まとめ|質疑|懇親会|自己紹介|会場|余談|最後に|おわりに|はじめに|参加|次回|アンケート|乾杯|開会|閉会|受付|休み|昼|ランチ|タイムテーブル|スケジュール)(?:[\s(:、,・。!]|の|と|に|について|タイム|$)/,
  /(?:の感想|を終えて|に参加して|に行ってきた|してみての感想|の紹介スライド|のまとめ|全体まとめ|とは\??)$/,
  /^(?:午前|午後|夜|昼|第[一二三四五\d])の?部/,
  /^(?:q ?& ?a|break|lunch|intermission|about (?:this|the|us)|how to |what is |wrap(?:ping)?[ -]up|table of contents)/i,
  /^(?:day|part|track|room|第)\s*\d+\s*(?:部|日|日目)?$/i,
  /^[#][^\s#]+$/,
];

/** Headings of parts of a programme: what stands right below them are talks. */
export const PROGRAMME =
  /^(?:(?:その)?他の?)?(?:LTs?|LT大会|LT会|LTタイム|ライトニングトーク(?:大会)?|lightning talks?|発表(?:一覧|内容)?|セッション(?:一覧|内容)?|各セッション|talks?|sessions?|presentations?|講演)$/i;

/** `Speaker: x`: what stands before the colon. */
export const SPEAKER_LABEL =
  /^[-+*•・\s]*(?:speakers?|presenters?|presented by|talk by|by|登壇者?|発表者?|話者|講師|講演者?|スピーカー|プレゼンター|担当者?|パネリスト|モデレータ[ー]?)\s*(?:名)?\s*(?::|\n|$)\s*/i;

/** `xさんの登壇`: a talk that prose tells of. */
export const PROSE_SPEAKER =
  /([\p{L}\p{N}_@.・ー々 ]{1,40}?)\s?(?:(?<![っッ])(?:さん|氏|様|先生)|(?<=[っッ]さん))\s?(?:の|が|による|から|に)(?:ご)?\s?(?:登壇|発表|講演|LT|セッション|トーク|プレゼン|お?話(?=[、。\s]|$))/u;

/** Words beside a link that say: these are the slides. */
export const SLIDE_LABEL =
  /(?:スライド|資料|プレゼン|slides?|deck|presentation|speaker ?deck|slideshare|docswell)/i;

/** Words before a link that say: somebody else's. */
export const CITED =
  /(?:参考|参照|関連|前回|以前|過去|紹介のあった|紹介されて|紹介していた|引用|元ネタ|詳しくは|詳細は|こちらの資料|see also|related|reference|previous)/i;
