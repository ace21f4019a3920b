/** What only the playground says: the bot in a browser, with people to speak as. */
import { plural } from './plural.ts';

export const playground = {
  name: { meetup: 'meetup', hanako: 'Hanako', taro: 'Taro', alex: 'Alex' },
  role: { member: 'member', organiser: 'organiser', guest: 'guest', bot: 'bot' },
  rooms: 'Rooms',
  people: 'Speak as',
  room: { direct: 'meetup', general: '# general', thread: 'Thread' },
  about: {
    direct: 'Just the two of you: every line asks the bot.',
    general: 'A channel: everyone reads along, “/meetup …” asks the bot.',
    thread:
      'What belongs together: people talk, “/meetup …” asks the bot, “/meetup collect” makes notes of it.',
  },
  welcome:
    'Here people talk with each other. “/meetup” and some words ask the bot, and only you see its answer until you share it. Open a second tab as somebody else to see what they see.',
  hint: {
    direct: 'Words to search for, or a command',
    general: 'A message, or /meetup and some words',
    thread: 'A reply, or /meetup and some words',
  },
  toField: 'To the message field',
  field: (room: string, person: string) => `Message in ${room}, as ${person}`,
  send: 'Send',
  messages: 'Messages',
  older: 'Older messages',
  onlyYou: 'Only you see this',
  edited: 'edited',
  replies: (count: number) => (count === 0 ? 'Reply in a thread' : plural(count, 'reply', 'replies')),
  back: 'Back to the room',
  start: 'To the start of the playground',
  pages: 'Reports and events',
  suggestions: 'Suggestions',
  ask: 'Ask the bot',
  unsent: 'It was not sent. What you typed is still there: try again.',
  lost: 'The connection is lost; trying again.',
  empty: 'There was nothing to send. Type something first.',
  tooLong: (limit: number) =>
    `That is too long: a message has at most ${limit} characters. Shorten it and send it again.`,
  refused: {
    'no-room': 'There is no such room here.',
    'no-person': 'Nobody of that name is here. Choose whom you speak as.',
    'no-thread': 'That thread is not there, or not for you.',
    'no-file': 'That file is not there, or not for you.',
  },
};
