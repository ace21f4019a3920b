/** An event to test with: a file that says nothing but its start. */
import type { EventFile } from '../../src/model.ts';

export const eventFile = (facts: Partial<EventFile>): EventFile => ({
  id: 'aaaaaaaaaa',
  file: 'events/night.md',
  title: '夜',
  start: '2027-03-10T19:00',
  end: null,
  zone: 'Asia/Tokyo',
  repeat: null,
  until: null,
  except: [],
  place: null,
  address: null,
  url: null,
  online: null,
  capacity: null,
  tags: [],
  series: null,
  number: null,
  talks: [],
  cancelled: false,
  uid: null,
  text: '',
  problems: [],
  ...facts,
});
