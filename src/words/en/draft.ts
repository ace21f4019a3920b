/** What stands in a draft of a report until someone has written it. */
export const draft = {
  title: (event: string) => `${event} report`,
  held: 'Date',
  place: 'Venue',
  page: 'Event page',
  howTo:
    'This is a draft. Replace the lines in italics, and take this line out of the header when you are done:',
  happened:
    'What was this meetup about, who came, what will people remember? Two or three sentences are enough.',
  talk: (number: number) => `Talk ${number}`,
  speaker: 'Speaker',
  slides: 'Slides',
  video: 'Video',
  noted: 'What was it about?',
  /** A heading that the importer takes for no talk; what it lists may be some. */
  others: 'Resources',
  impressions: 'Impressions',
  impression: 'What went well, what was said in the hallway?',
  links: 'Links',
  linked: 'Posts, photos and recordings of the evening.',
};
