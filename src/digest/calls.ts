/** What a digest asks for: speakers for events that look for some, and reports of events that nobody has written about. */
import type { DigestReason } from '../port.ts';
import type { PreparedEvent } from './prepared.ts';
import { itemOf } from './scene.ts';
import type { Option, Scene } from './scene.ts';

const day = 24 * 60 * 60_000;

/** Milliseconds ahead that one may still prepare a talk. */
const ahead = 42 * day;

/** Milliseconds after its end: before, people sleep and write by themselves; afterwards, nobody remembers. */
const soonest = 2 * day;
const latest = 14 * day;

/** Digests after which one is asked again to speak. */
const quiet = 2;

type Wanted = 'speakers' | 'report';

export function callOptions(scene: Scene): readonly Option[] {
  return scene.events.flatMap((event) => {
    const wanted = wantedOf(event, scene);
    return wanted === null ? [] : [optionOf(event, wanted, scene)];
  });
}

function wantedOf(event: PreparedEvent, { at }: Scene): Wanted | null {
  if (event.told.status === 'cancelled' || event.told.inferred) return null;
  const since = at - event.ends;
  if (since >= soonest && since <= latest) return event.hasReport ? null : 'report';
  return event.seeksSpeakers && event.starts > at && event.starts <= at + ahead ? 'speakers' : null;
}

function optionOf({ told, labels }: PreparedEvent, wanted: Wanted, scene: Scene): Option {
  return {
    candidate: {
      ...itemOf('calls', told, reasonOf(told.id, wanted, scene)),
      event: told,
      wanted,
    },
    labels,
    rank: 0,
  };
}

/** A report is asked for once. Who was asked to speak may be asked to write afterwards. */
function reasonOf(id: string, wanted: Wanted, { told }: Scene): DigestReason {
  if (wanted === 'speakers') return told.has('speakers', id, quiet) ? 'already-sent' : 'seats';
  return told.has('report', id) ? 'already-sent' : 'no-report';
}
