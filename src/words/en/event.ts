/** What the bot says of events. */
import { plural } from './plural.ts';

export const event = {
  /** On the card of an event. */
  card: {
    where: 'Where:',
    map: 'map',
    talks: 'Talks',
    minutes: (minutes: number) => `${minutes} min`,
    /** What a speaker has talked about before, with the newest title. */
    earlier: (count: number) => `${plural(count, 'earlier talk')}, the newest:`,
    register: 'Registration',
    announcedBy: (feeds: string) => `Announced in: ${feeds}`,
    conflict: (feed: string) => `${feed} says otherwise:`,
    start: 'start',
    end: 'end',
    report: 'There is a report of it:',
    shown: 'Shown there:',
    over: 'This event is over.',
  },
  seats: {
    taken: (accepted: number, capacity: number) => `${accepted} of ${plural(capacity, 'seat')} taken`,
    going: (accepted: number) => `${plural(accepted, 'person', 'people')} going`,
    left: (seats: number) => `${plural(seats, 'seat')} left`,
    full: 'full',
    waiting: (waiting: number) => `${waiting} waiting`,
  },
  /** What has changed: parts between which times and names stand. */
  change: {
    created: 'New',
    cancelled: 'Cancelled',
    revived: 'Takes place after all',
    movedFrom: 'Moved from',
    movedTo: 'to',
    ends: 'Ends at another time:',
    endUnknown: 'not known',
    renamed: (from: string) => `Was called “${from}”`,
    relocated: (to: string) => `Is now at ${to}`,
    placeUnknown: 'The place is not known any more',
    readdressed: 'Has another page now',
    opened: (seats: number) => `${plural(seats, 'seat')} free again`,
    withdrawn: 'Is no longer announced',
    /** Between sentences about one event. */
    joint: '. ',
  },
  news: {
    title: 'News about events',
    more: (count: number) => `… and ${count} more.`,
  },
  reminder: {
    title: 'A reminder',
    starts: 'It starts:',
    button: 'Remind me',
    set: (title: string) => `You will be reminded of “${title}”:`,
    before: (minutes: number) =>
      minutes % 1440 === 0
        ? `${plural(minutes / 1440, 'day')} before`
        : minutes % 60 === 0
          ? `${plural(minutes / 60, 'hour')} before`
          : `${plural(minutes, 'minute')} before`,
    follows: 'If it is moved or cancelled, you will hear of it.',
    none: 'You are reminded of nothing. Choose “Remind me” on an event: /meetup upcoming',
    list: 'What you will be reminded of',
    stop: (title: string) => `No reminder: ${title}`,
    stopOne: 'No reminder',
    only: (before: string) => `Only ${before}`,
    stopped: (title: string) => `You will not be reminded of “${title}” any more.`,
    changed: 'You wanted to be reminded of this event. Something about it has changed:',
  },
  calendar: {
    button: 'Add to calendar',
    title: (title: string) => `Add “${title}” to your calendar`,
    google: 'Google Calendar',
    outlook: 'Outlook',
    file: 'calendar file (.ics)',
    attached: 'The attached file is for any other calendar.',
    all: 'All events as a calendar that keeps itself up to date:',
  },
  subscription: {
    here: 'This channel is told of events that are new, moved or cancelled, or have free seats again.',
    reminded: 'It is reminded of each a day and an hour before.',
    notReminded: 'It is not reminded of them.',
    only: (what: string) => `Only: ${what}`,
    would: 'A message will look like this:',
    ended: 'This channel is told of no events any more.',
    none: 'This channel is told of no events.',
    stop: 'Stop this',
    trouble: (reason: string) => `The last message could not be posted here (${reason}).`,
  },
  mirror: {
    on: 'Coming events are shown as events of this server, and follow every change.',
    off: 'Events are not shown as events of this server. Those that are there stay as they are.',
    would: (count: number) => `${plural(count, 'event')} will be shown:`,
    turnOn: 'Show them',
    turnOff: 'Stop showing them',
  },
  create: {
    preview: 'This is how it will be announced. Nothing is saved yet.',
    saved: 'This file has been saved. It is announced like this:',
    fill: 'Fill in the form',
    fileWillBe: (path: string) => `It will be saved as ${path}:`,
    repeats: 'It repeats. The next dates:',
    save: 'Save',
    change: 'Change',
    howTo:
      'Write an event with: /meetup event new title:"Docker Meetup #40" when:"next Friday 19:00" place:"Town hall"',
  },
  afterwards: {
    question: (title: string) => `“${title}” is over, and there is no report of it yet. Would you write one?`,
    draft: 'Begin a draft',
    started: 'This draft lies in the folder. It is shown to nobody until “draft: true” is taken out.',
    exists: 'There is a report of it already.',
    stop: 'Do not ask me again',
    stopped: 'You will not be asked for reports any more.',
  },
  feed: {
    old: (name: string, ago: string) => `${name} does not answer; what it said ${ago} ago is shown.`,
    never: (name: string) => `${name} does not answer.`,
    failed: (name: string, reason: string) => `${name} does not answer (${reason}).`,
    skipped: (name: string, count: number) => `${name}: ${plural(count, 'event')} could not be understood.`,
    gone: (name: string) => `${name} is gone for good and will not be asked again.`,
    title: 'Where events come from',
    fine: (name: string, events: number) => `${name}: ${plural(events, 'event')}`,
    reason: {
      blocked: 'its address is not allowed',
      unreachable: 'it can not be reached',
      timeout: 'it took too long',
      'too-large': 'it is too large',
      redirects: 'it leads elsewhere',
      refused: 'it wants a key or a password',
      missing: 'there is nothing at its address',
      gone: 'it is gone for good',
      limited: 'it was asked too often',
      broken: 'it answers with an error',
      unreadable: 'it is no calendar',
      setting: 'a key is missing',
    },
    age: {
      minutes: (count: number) => plural(count, 'minute'),
      hours: (count: number) => plural(count, 'hour'),
      days: (count: number) => plural(count, 'day'),
    },
  },
  button: {
    event: (number: number) => `Event ${number}`,
    details: 'Details',
  },
};
