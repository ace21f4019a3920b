/** What the verbs `digest` and `digest replay` say. */
export const digestVerb = {
  noChannel: (name: string) =>
    `No channel “${name}” has a digest. “meetup digest” without --channel shows those of all.`,
  badSpan:
    '--from needs a date or an instant, such as 2027-01-01 or 2027-01-01T09:00:00+09:00, and so does --to, which may not be before it.',
  noneDue: 'No digest is due in that time.',
  replaying: (done: number, of: number) => `Replaying digests: day ${done} of ${of}`,
};
