/** What each command about notes, and about people's own words, is called, what it does and what one may type for it. */
import type { Description } from '../../port.ts';

export const commandNote = {
  collect: {
    called: ['collect'],
    summary: 'Keep the conversation in a thread as notes; you see them before they are saved',
    options: {
      title: 'What the notes are called',
      event: 'The event that they belong to',
      tags: 'Tags, with commas',
      at: 'Which conversation',
      draft: 'Which preview',
      step: 'What next',
      page: 'Which page',
    },
    examples: ['collect'],
  },
  'collect-change': {
    called: [],
    title: 'Change the notes',
    summary: 'Change the notes before they are saved',
    options: {
      title: 'What the notes are called',
      event: 'Event, by its title; empty: none',
      tags: 'Tags, with commas',
      leave: 'Messages to leave out: 3, 5-7',
      draft: 'Which preview',
    },
    examples: [],
  },
  notes: {
    called: ['notes'],
    summary: 'The conversations that were kept as notes',
    options: { page: 'Which page' },
    examples: ['notes'],
  },
  'notes-route': {
    called: [],
    summary: 'Threads of a channel belong to an event; without one: to none (organisers)',
    options: { channel: 'A channel; else the one where you ask', event: 'An event, by its title' },
    examples: ['notes route #lightning-talks Harbour Lightning Talks'],
  },
  'notes-settle': {
    called: [],
    summary: 'Choose whose notes stay',
    options: { key: 'Which notes', whose: 'people or bot' },
    examples: [],
  },
  undo: {
    called: ['undo'],
    summary: 'Take back the notes that you collected last',
    options: {},
    examples: [],
  },
  privacy: {
    called: ['privacy'],
    summary: 'What is stored of you; agree, say no, be called otherwise, be forgotten',
    options: { speaker: 'A name that reports give you', step: 'What next' },
    examples: ['privacy', 'privacy speaker:zembutsu'],
  },
  'privacy-name': {
    called: [],
    title: 'Your name in notes',
    summary: 'What you are called in notes',
    options: { name: 'A name; empty: none at all' },
    examples: [],
  },
  changed: {
    called: [],
    summary: 'Look at a conversation again',
    options: { at: 'Which' },
    examples: [],
  },
} satisfies Record<string, Description>;
