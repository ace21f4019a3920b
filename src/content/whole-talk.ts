/** A report without talks of its own may be the account of one: "…について発表してきました" with the slides. */
import type { Report } from '../model.ts';
import { textField } from './fields.ts';
import { SPOKE } from './meetup-words.ts';
import { unique } from './person.ts';
import { plainText } from './plain.ts';
import type { Understood } from './understood.ts';
import { ownSlides } from './slides.ts';

const NONE = { isTalk: false, speakers: [], slides: [] } as const;

export function wholeTalk({
  header,
  title,
  chapters,
  verdicts,
}: Understood): Pick<Report, 'isTalk' | 'speakers' | 'slides'> {
  const [preface] = chapters;
  if (!preface || verdicts.some(({ isTalk, items }) => isTalk || items.length > 0)) return NONE;
  const body = chapters.flatMap((chapter) => chapter.body);
  const isOwn =
    SPOKE.test(title) || SPOKE.test(plainText({ type: 'root', children: preface.body.slice(0, 4) }));
  const author = isOwn ? textField(header, ['author']) : null;
  const written = author === null ? [] : [{ name: author, handle: null, url: null }];
  const speakers = unique([...preface.below, ...written]);
  const slides = ownSlides(body, { title, speakers });
  const isTalk = preface.below.length > 0 || (isOwn && (slides.length > 0 || author !== null));
  return isTalk ? { isTalk, speakers, slides } : NONE;
}
