/** An event as schema.org has it, for what searches the web. */
import type { Happening } from '../../../src/port.ts';
import { safeUrl } from '../../../src/view/safe.ts';
import { spotOf } from '../../../src/view/spot.ts';
import type { Visit } from '../visit.ts';

/** https://schema.org/Event; `null` for one whose year is a guess. What is not known is left out. */
export function eventData(happening: Happening, { settings, pages }: Visit): object | null {
  if (happening.inferred) return null;
  const { title, start, end, status, text, capacity, accepted } = happening;
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: title,
    url: pages.event(happening.id),
    startDate: start,
    endDate: end ?? undefined,
    eventStatus: `https://schema.org/${status === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    ...whereabouts(happening),
    description: text === '' ? undefined : text,
    organizer: settings.name === null ? undefined : { '@type': 'Organization', name: settings.name },
    maximumAttendeeCapacity: capacity ?? undefined,
    remainingAttendeeCapacity:
      capacity === null || accepted === null ? undefined : Math.max(0, capacity - accepted),
  };
}

/** How one takes part, by the kinds of places that there are. */
const modes: Readonly<Record<string, string>> = {
  Place: 'https://schema.org/OfflineEventAttendanceMode',
  VirtualLocation: 'https://schema.org/OnlineEventAttendanceMode',
  'Place VirtualLocation': 'https://schema.org/MixedEventAttendanceMode',
};

function whereabouts(happening: Happening): object {
  const [name] = spotOf(happening);
  const { address, online } = happening;
  const stream = online === null ? null : safeUrl(online);
  const location = [
    ...(name === undefined ? [] : [{ '@type': 'Place', name, address: address ?? undefined }]),
    ...(stream === null ? [] : [{ '@type': 'VirtualLocation', url: stream }]),
  ];
  const mode = modes[location.map((each) => each['@type']).join(' ')];
  return mode === undefined ? {} : { location, eventAttendanceMode: mode };
}
