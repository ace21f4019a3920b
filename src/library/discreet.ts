/** Events without the names of those who do not want to be found. */
import type { EventReading, Happening, Settings } from '../port.ts';
import { isHiddenName } from '../search/people.ts';

type People = Settings['people'];

export function discreetly(happenings: readonly Happening[], people: People): readonly Happening[] {
  return someHidden(people) ? happenings.map((each) => withoutHidden(each, people)) : happenings;
}

export function readDiscreetly(reading: EventReading, people: People): EventReading {
  if (!someHidden(people)) return reading;
  const presentations = reading.presentations.map((each) => ({
    ...each,
    speaker: each.speaker === null || isHiddenName(each.speaker, people) ? null : each.speaker,
  }));
  return { ...reading, happening: withoutHidden(reading.happening, people), presentations };
}

const someHidden = (people: People): boolean => people.some(({ hidden }) => hidden);

const withoutHidden = (happening: Happening, people: People): Happening => ({
  ...happening,
  talks: happening.talks.map((talk) => ({
    ...talk,
    speakers: talk.speakers.filter((name) => !isHiddenName(name, people)),
  })),
});
