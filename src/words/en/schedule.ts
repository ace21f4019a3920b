/** How often something comes, in words that are understood when they are typed. */
const ordinals: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '5': 'fifth',
  L: 'last',
};

const ordinal = (date: number): string => {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' } as const;
  return `${date}${ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(date)]}`;
};

const list = new Intl.ListFormat('en');

export const schedule = {
  days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as readonly string[],
  daily: 'every day',
  weekdays: 'weekdays',
  weekly: (days: readonly string[]) => `every ${list.format(days)}`,
  monthly: (numbers: readonly string[], day: string) =>
    `${list.format(numbers.map((number) => ordinals[number] ?? number))} ${day} of the month`,
  lastDay: 'last day of the month',
  date: (date: number) => `the ${ordinal(date)} of every month`,
};
