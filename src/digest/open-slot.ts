/** Does an event still look for people who speak there? */
import type { Happening, PlannedTalk } from '../port.ts';

/** A planned talk without a speaker, of which the title says that it is free. */
const openTitles: readonly RegExp[] = [
  /募集|未定|空き|飛び(?:込|入)み?/u,
  /(?:LT|発表|登壇|トーク|セッション)\s?枠/iu,
  /\b(?:tbd|tba|tbc)\b/iu,
  /\b(?:open|free|available)\s+(?:slot|talk|spot)s?\b|\b(?:slot|spot)s?\s+(?:open|available)\b/iu,
  /\b(?:call for|looking for|wanted:?)\s+(?:a\s+)?(?:speaker|talk|proposal|paper)s?\b/iu,
];

/** What a text says that calls for speakers. */
const calls: readonly RegExp[] = [
  /(?:登壇|発表|LT|スピーカー|話し手|トーク)(?:者|枠|内容)?(?:を|も)?\s?(?:大)?募集/iu,
  /(?:登壇|発表|LT)(?:して|で話して)?(?:くださる|くれる|いただける|したい)(?:方|人)を?\s?(?:も|を)?\s?(?:大)?募集/iu,
  /\bcall for (?:speakers|papers|proposals|talks|presentations)\b/iu,
  /\b(?:looking for|seeking|we need) (?:more )?(?:speakers|talks|presenters)\b/iu,
  /\bCFP\b(?=[\s:：はをが]|$)/u,
];

/** What a text says when that is over: then it says nothing for certain. */
const closed =
  /(?:募集|CFP|call for \w+)[^。\n]{0,16}(?:締め?切(?:り?ました|済)|終了|closed|is over|has ended)/iu;

const isOpen = ({ title, speakers }: PlannedTalk): boolean =>
  speakers.length === 0 && openTitles.some((shape) => shape.test(title));

/** By a planned talk that is free, else by what it says of itself. */
export const seeksSpeakers = ({ talks, text }: Pick<Happening, 'talks' | 'text'>): boolean =>
  talks.some(isOpen) || (calls.some((shape) => shape.test(text)) && !closed.test(text));
