/** What people write for "this repeats": `second Wednesday`, `every 2 weeks`, `毎月第2水曜`, or an RRULE itself. */
import { isRule } from './rule.ts';

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

/** What the words said so far. */
interface Said {
  readonly frequency?: Frequency;
  readonly interval?: number;
  /** Which of a month's Mondays: 1 to 5, -1 for the last. */
  readonly positions?: readonly string[];
  readonly days?: readonly string[];
  /** 1 to 31, -1 for the last. */
  readonly monthDays?: readonly string[];
  /** A bare "every", which with a position can mean every other week as well. */
  readonly every?: true;
}

/** What a word, or the groups of its pattern, say. */
type Meaning = (...groups: readonly string[]) => Said;

const UNITS: Readonly<Record<string, Frequency>> = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  year: 'YEARLY',
  日: 'DAILY',
  週: 'WEEKLY',
  月: 'MONTHLY',
  年: 'YEARLY',
};

const ADVERBS: Readonly<Record<string, Said>> = {
  daily: { frequency: 'DAILY' },
  weekly: { frequency: 'WEEKLY' },
  fortnightly: { frequency: 'WEEKLY', interval: 2 },
  monthly: { frequency: 'MONTHLY' },
  quarterly: { frequency: 'MONTHLY', interval: 3 },
  yearly: { frequency: 'YEARLY' },
  annually: { frequency: 'YEARLY' },
};

const WORKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const DAY_CODES: Readonly<Record<string, string>> = {
  月: 'MO',
  火: 'TU',
  水: 'WE',
  木: 'TH',
  金: 'FR',
  土: 'SA',
  日: 'SU',
};
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];
const LONGEST_INTERVAL = 366;
const KANJI_DIGITS = '一二三四五';

const every: Meaning = (unit = '') => {
  const frequency = UNITS[unit];
  return frequency ? { frequency } : {};
};
/** `other` and 隔 are every second one. */
const everyFew: Meaning = (count = '', unit = '') => ({
  ...every(unit),
  interval: /^\d/u.test(count) ? Number(count) : 2,
});
const onDay: Meaning = (day = '') => ({ days: [DAY_CODES[day] ?? day.toUpperCase()] });

/** Tried from the top at every place of the text, so that a longer word comes before the one that it begins with. */
const WORDS: readonly (readonly [pattern: RegExp, meaning: Meaning])[] = [
  [/every (\d+|other) (day|week|month|year)s?\b/uy, everyFew],
  [/(\d+)\s*[かカヵヶケ箇]?([日週月年])間?(?:ごと|毎)/uy, everyFew],
  [/(隔)([日週月年])/uy, everyFew],
  [/every other\b/uy, () => ({ frequency: 'WEEKLY', interval: 2 })],
  [
    /every weekday\b|weekdays\b|平日|mon(?:day)?\s?[-–~]\s?fri(?:day)?\b|月(?:曜日?)?\s?[-–~〜]\s?金(?:曜日?)?/uy,
    () => ({ days: WORKDAYS }),
  ],
  [/(?:every )?weekends?\b|毎?週末/uy, () => ({ days: ['SA', 'SU'] })],
  [/毎([月火水木金土日])曜日?/uy, onDay],
  [/毎([日週月年])/uy, every],
  [/(?:(?:every|each|the|a) )?(day|week|month|year)\b/uy, every],
  [/every\b/uy, () => ({ every: true })],
  [
    /(daily|weekly|fortnightly|monthly|quarterly|yearly|annually)\b/uy,
    (adverb = '') => ADVERBS[adverb] ?? {},
  ],
  [
    /(first|second|third|fourth|fifth)\b/uy,
    (word = '') => ({ positions: [String(ORDINALS.indexOf(word) + 1)] }),
  ],
  [
    /(?:the )?([1-9]|[12]\d|3[01])(?:st|nd|rd|th)(?=$|(?: of)? (?:the|every|each) month\b)/uy,
    (day = '') => ({ monthDays: [day] }),
  ],
  [
    /(?:the )?last day(?=$| of (?:the|every|each) month\b)|最終日(?!曜)|月?末日?/uy,
    () => ({ monthDays: ['-1'] }),
  ],
  [/([1-5])(?:st|nd|rd|th)\b/uy, (number = '') => ({ positions: [number] })],
  [/last\b|最終|最後の/uy, () => ({ positions: ['-1'] })],
  [/第([1-5](?:[・,、と第 ]+[1-5])*)/uy, (list = '') => ({ positions: list.match(/\d/gu) ?? [] })],
  [/([1-9]|[12]\d|3[01])日/uy, (day = '') => ({ monthDays: [day] })],
  [/([月火水木金土日])(?:曜日?)?/uy, onDay],
  [/(?=mon|tue|wed|thu|fri|sat|sun)([a-z]{2})[a-z](?:s|rs?|nes|ur)?(?:days?|s)?\b/uy, onDay],
  [/[\s,、&・]+|(?:of|on|and|the)\b|[とのに]/uy, () => ({})],
];

/**
 * The RRULE (without prefix) of what someone wrote; `null` if it is not understood, or could mean two things.
 * Nothing repeats more than once a day.
 */
export function readRepeat(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const rule = plain.toUpperCase().replace(/^RRULE:/u, '');
  if (rule.includes('FREQ=')) return isRule(rule) ? rule : null;
  const words = plain
    .toLowerCase()
    .replaceAll(/[一二三四五]/gu, (digit) => String(KANJI_DIGITS.indexOf(digit) + 1));
  const said = listen(words);
  return said && ruleOf(said);
}

/** Every word must be known: half a sentence would be another rule. */
function listen(text: string): Said | null {
  const heard: Said[] = [];
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at);
    if (!word) return null;
    heard.push(word.said);
    at = word.end;
  }
  const positions = heard.flatMap((said) => said.positions ?? []);
  const days = heard.flatMap((said) => said.days ?? []);
  const monthDays = heard.flatMap((said) => said.monthDays ?? []);
  return Object.assign({}, ...heard, { positions, days, monthDays }) as Said;
}

function wordAt(text: string, from: number) {
  for (const [pattern, meaning] of WORDS) {
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match) return { said: meaning(...match.slice(1)), end: pattern.lastIndex };
  }
  return null;
}

function ruleOf(said: Said): string | null {
  const { interval = 1, positions = [], days = [], monthDays = [] } = said;
  const frequency = impliedBy(said);
  if (!frequency || isDoubtful(said)) return null;
  const which = positions.length ? positions.flatMap((position) => days.map((day) => position + day)) : days;
  return [
    `FREQ=${frequency}`,
    ...(interval === 1 ? [] : [`INTERVAL=${interval}`]),
    ...(which.length ? [`BYDAY=${which.join(',')}`] : []),
    ...(monthDays.length ? [`BYMONTHDAY=${monthDays.join(',')}`] : []),
  ].join(';');
}

/** `null` where the words contradict each other or say nothing. */
function impliedBy({ frequency, positions = [], days = [], monthDays = [] }: Said): Frequency | null {
  if (monthDays.length && days.length) return null;
  if (positions.length && !days.length) return null;
  const implied = positions.length || monthDays.length ? 'MONTHLY' : days.length ? 'WEEKLY' : frequency;
  return implied && (!frequency || frequency === implied) ? implied : null;
}

/** "every second Wednesday" is every other one for some, and the month's second for others. */
const isDoubtful = ({
  interval = 1,
  positions = [],
  monthDays = [],
  every: bare,
  frequency,
}: Said): boolean =>
  interval < 1 ||
  interval > LONGEST_INTERVAL ||
  (bare === true && !frequency && [...positions, ...monthDays].some((position) => Number(position) > 1));
