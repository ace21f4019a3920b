/** `parse FILE`: what the bot understands of one report. */
import type { Report, Section, Speaker } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import { exit, fromHere } from '../session.ts';
import type { Session } from '../session.ts';

export async function parse(session: Session, file: string): Promise<number> {
  const { report, problems } = await session.parse(fromHere(file, session.env), session.folder);
  if (report === null) {
    session.complain(
      [file, ...problems.map(({ code, detail }) => session.words.problem[code](detail))].join(': '),
    );
    return exit.wrong;
  }
  session.print(
    session.json ? JSON.stringify(reportJson(report, session)) : lines(report, session).join('\n'),
  );
  return exit.fine;
}

/** The form that others rely on; unknown is `null`. */
function reportJson(report: Report, { words }: Session): object {
  const { date, meetup } = report;
  const whole = {
    heading: '',
    line: 0,
    title: report.title,
    speakers: report.speakers,
    slides: report.slides,
    isTalk: true,
  };
  return {
    title: report.title,
    date: date?.value ?? null,
    datePrecision: date?.precision ?? null,
    dateSource: date?.source ?? null,
    eventDate: meetup.date?.value ?? null,
    eventDateSource: meetup.date?.source ?? null,
    eventSeries: meetup.series,
    eventNumber: meetup.number,
    city: meetup.city,
    eventUrl: meetup.url,
    tags: report.tags,
    language: report.language,
    talks: [...(report.isTalk ? [whole] : []), ...report.sections.map(talkJson)],
    externalEvents: report.mentioned.map(({ title, url, date: on, start, end, place, yearInferred }) => {
      return { title, url, date: on, start, end, place, yearInferred };
    }),
    problems: report.problems.map(({ line, code, detail }) => ({
      line,
      code,
      message: words.problem[code](detail),
    })),
  };
}

const talkJson = ({ heading, line, title, speakers, slides, isTalk }: Section): object => {
  return { heading, line, title, speakers, slides, isTalk };
};

function lines(report: Report, { words, reader }: Session): string[] {
  const { meetup, date } = report;
  const facts = [
    meetup.series,
    meetup.number === null ? null : `#${meetup.number}`,
    (meetup.date ?? date)?.value ?? null,
    meetup.url,
  ];
  const rows = report.sections.map((section) => {
    const row = `${String(section.line).padStart(5)}  ${plainly(section.title ?? words.report.untitled)}`;
    return section.isTalk
      ? [row, ...aboutTalk(section)].join('\n')
      : reader.style.faint(`${row} (${words.terminal.notTalk})`);
  });
  return [
    reader.style.title(plainly(report.title)),
    facts.filter((fact) => fact !== null).join(' · '),
    ...rows,
    ...report.problems.map(
      ({ line, code, detail }) => `${String(line).padStart(5)}! ${plainly(words.problem[code](detail))}`,
    ),
  ].filter((row) => row !== '');
}

function aboutTalk({ speakers, slides }: Section): string[] {
  const about = [speakers.map(speakerName).join(', '), ...slides].filter((part) => part !== '');
  return about.map((part) => `${' '.repeat(7)}${plainly(part)}`);
}

const speakerName = ({ name, handle }: Speaker): string =>
  [name, handle === null ? null : `@${handle}`].filter((part) => part !== null).join(' ');
