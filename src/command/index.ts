/** All commands, in the order of help. Adding a command is adding its file, its words and one line here. */
import type { CommandInfo } from '../port.ts';
import { words } from '../words/index.ts';
import { calendar } from './calendar.ts';
import { card } from './card.ts';
import { changed } from './changed.ts';
import { collect } from './collect.ts';
import { collectChange } from './collect-change.ts';
import { digest } from './digest.ts';
import { digestHistory } from './digest-history.ts';
import { digestList } from './digest-list.ts';
import { digestMore } from './digest-more.ts';
import { digestNow } from './digest-now.ts';
import { digestOff } from './digest-off.ts';
import { digestOn } from './digest-on.ts';
import { digestPause, digestResume } from './digest-pause.ts';
import { digestPreview } from './digest-preview.ts';
import { digestSettle } from './digest-settle.ts';
import { digestSkip } from './digest-skip.ts';
import { draft } from './draft.ts';
import { event } from './event.ts';
import { eventNew } from './event-new.ts';
import { help } from './help.ts';
import { joined } from './joined.ts';
import { mirror } from './mirror.ts';
import { notes } from './notes.ts';
import { notesRoute } from './notes-route.ts';
import { notesSettle } from './notes-settle.ts';
import { privacy } from './privacy.ts';
import { privacyName } from './privacy-name.ts';
import { remind } from './remind.ts';
import { reminders } from './reminders.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { series } from './series.ts';
import { settings } from './settings.ts';
import { share } from './share.ts';
import { show } from './show.ts';
import { speaker } from './speaker.ts';
import type { Command, Option } from './spec.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { subscribe, unsubscribe } from './subscribe.ts';
import { unanswered } from './unanswered.ts';
import { undo } from './undo.ts';
import { upcoming } from './upcoming.ts';

export const commands: readonly Command[] = [
  search,
  report,
  speaker,
  series,
  upcoming,
  event,
  eventNew,
  reminders,
  subscribe,
  unsubscribe,
  digest,
  digestOn,
  digestPreview,
  digestPause,
  digestResume,
  digestSkip,
  digestNow,
  digestList,
  digestHistory,
  digestOff,
  collect,
  notes,
  notesRoute,
  undo,
  privacy,
  mirror,
  show,
  help,
  settings,
  status,
  start,
  share,
  card,
  calendar,
  remind,
  draft,
  unanswered,
  digestMore,
  digestSettle,
  joined,
  collectChange,
  notesSettle,
  privacyName,
  changed,
];

/** How a command looks from outside. */
export const infoOf = ({ name, answer, listed, form, options }: Command): CommandInfo => ({
  name,
  answer,
  listed,
  form,
  options: Object.entries(options).map(optionInfo),
  describe: (locale) => words[locale].command[name],
});

const optionInfo = ([name, option]: readonly [string, Option]): CommandInfo['options'][number] => ({
  name,
  type: option.type,
  suggests: option.suggest !== undefined,
  rest: option.rest === true,
  required: option.required === true,
  listed: option.listed !== false,
  long: option.long === true,
  min: option.min ?? null,
  max: option.max ?? null,
});
