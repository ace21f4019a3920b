/** Words of timetables, as data. */
import { narrow } from '../content/inline.ts';
import { DECORATIONS, NO_TALK, NO_TALK_SHAPES } from '../content/talk-words.ts';

export const SPEAKER_COLUMN =
  /^(?:発表者|登壇者|講演者|話者|講師|スピーカー|担当者?|名前|氏名|お名前|speakers?|presenters?|names?|who)(?:名|\(敬称略\))?$/i;
export const TITLE_COLUMN =
  /^(?:(?:発表|講演|LT|セッション)?(?:タイトル|題名|演題|テーマ|内容|題目)|セッション|発表|トーク|プログラム|コンテンツ|titles?|talks?|topics?|sessions?|contents?|what)(?:名|・内容)?$/i;

/** What stands in a timetable between the talks. */
const BETWEEN =
  /^(?:開場|受付|開会|閉会|開始|終了|解散|撤収|片付け|懇親|交流|乾杯|休憩|挨拶|ご挨拶|オープニング|クロージング|イントロ|集合写真|写真撮影|会場(?:の)?(?:説明|案内|紹介|オープン)|会社紹介|スポンサー(?:紹介|挨拶)|(?:ピザ|ビール|フード|食事|ランチ)|ネットワーキング|アンケート|もくもく|自己紹介|成果発表|質疑|q ?& ?a\b|opening|closing|welcome|reception|registration|doors?\b|break\b|coffee|lunch|dinner|pizza|beer|network|party|after ?party|social|intro(?:duction)?s?\b|hands[ -]?on$|workshop$|lts?$|discussion$|panel$|free ?talk)/iu;

/** A break, a reception and the like, and what names no talk by itself. */
export function isNoTalk(text: string): boolean {
  const plain = narrow(text).trim().toLowerCase();
  return NO_TALK.has(plain) || BETWEEN.test(plain) || NO_TALK_SHAPES.some((shape) => shape.test(plain));
}

/** Does a line begin with its slot, `LT1:` or `セッション2 `? Most do not, and need no closer look. */
export function beginsWithSlot(text: string): boolean {
  const plain = narrow(text).replace(/^[■□●○◆◇▼▽★☆・▶►\s]+/u, '');
  return DECORATIONS.some(({ shape, isSlot }) => isSlot && shape.test(plain));
}
