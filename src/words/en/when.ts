/** What was wrong with a time that someone wrote. */
export const when = {
  /** `words`: what is not understood; '' where no day is given. */
  unclear: (words: string) =>
    `${words === '' ? 'The day is missing' : `“${words}” is not understood`}. Write for example “2027-03-10 19:00–21:00”, “next Friday 7pm” or “every Thursday 19:00”.`,
  past: (day: string) => `${day} is over already.`,
  weekday: (day: string) =>
    `The day of the week does not fit: it would be ${day}. Which of the two is right?`,
  'no-such-day': (words: string) => `There is no such day: “${words}”.`,
  'end-before-start': (end: string) => `The end, ${end}, is not after the start.`,
};
