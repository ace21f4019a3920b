/** Why notes can not be taken, and what to do instead. */
type Facts = Readonly<Record<string, string | number>>;

export const noteError = {
  'notes-off': () => 'This community takes no notes. An organiser can turn that on in community.md.',
  'notes-members': () => 'Only members of this community can collect notes.',
  'notes-organisers': () => 'In this community organisers collect notes. Ask one of them.',
  'notes-private': () =>
    'Only conversations in public channels are kept: what is said in private channels and direct messages stays there.',
  'notes-not-found': () =>
    'There is no conversation here that you and I can read. If the channel is public, let me join it first.',
  'notes-gap': ({ got, expected }: Facts) =>
    `The conversation has ${expected} messages, and only ${got} could be read. Nothing was saved. Try again in a minute.`,
  'notes-unread': ({ got }: Facts) =>
    `Reading stopped after ${got} messages. Try again: it goes on from there.`,
  'notes-nothing': () => 'None of these messages can be kept, so there is nothing to save.',
  'notes-secret': ({ count }: Facts) =>
    `${count} of these words look secret or private. Mask them, or leave the messages out, and save again.`,
  'notes-busy': () => 'This conversation is being collected already. Look again in a moment.',
  'notes-file-changed': ({ path }: Facts) =>
    `${path} was changed in this very moment, three times over. Nothing was overwritten. Try again.`,
  'notes-draft-gone': () => 'This preview is too old. Collect the notes again.',
  'notes-draft-other': () => 'Somebody else is collecting these notes.',
  'notes-gone': () => 'Those notes are not there any more.',
  'notes-undo-nothing': () => 'There are no notes of yours that could be taken back.',
  'notes-undo-edited': ({ path }: Facts) =>
    `People have edited the notes in ${path} since. What they wrote is not thrown away: change the file by hand.`,
  'notes-leave': ({ value }: Facts) => `“${value}” are no numbers of messages. Write it as in: 3, 5-7`,
  'notes-name-long': ({ most }: Facts) => `A name has at most ${most} characters.`,
};
