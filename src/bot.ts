/** The bot: finds the command, reads its input, runs it, and turns every failure into a View. It never rejects. */
import { againIn } from './command/again.ts';
import { commands, infoOf } from './command/index.ts';
import { readInput } from './command/input.ts';
import { chosenLanguage } from './command/personal.ts';
import type { Command, Scene } from './command/spec.ts';
import { longestValue } from './command/suggest.ts';
import { UserError } from './error.ts';
import type { Bot, Call, Choice, Community, Locale, Person, Place, Show, View, World } from './port.ts';
import { faultView, requestView, strangerView } from './view/notice.ts';
import { words } from './words/index.ts';

const infos = commands.map(infoOf);
const byName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));

/** Discord takes 25 suggestions of 100 characters, Slack 100 of 150: the stricter one holds for all. */
const mostChoices = 25;

/** A bot that answers the commands of src/command for the communities of `world`. */
export function createBot(world: World): Bot {
  const answer = async (call: Call, show: Show = () => {}): Promise<View> => {
    try {
      const community = await world.community(call.place);
      if (community === null) return strangerView(words[call.locale]);
      return await run(call, await sceneOf({ call, community, show, world }));
    } catch (error) {
      return failed(error, call, world);
    }
  };
  return {
    commands: infos,
    answer,
    suggest: (call, option) => suggest({ call, option, world }),
    localeOf: (person, place) => localeOf(person, place, world),
  };
}

async function run(call: Call, scene: Scene): Promise<View> {
  const command = commandOf(call.command);
  return command.run(readInput(command.options, call.input), scene);
}

function commandOf(name: string): Command {
  const command = byName.get(name);
  if (command === undefined) throw new UserError('command-unknown', { name });
  return command;
}

async function sceneOf(parts: {
  readonly call: Call;
  readonly community: Community;
  readonly show: Show;
  readonly world: World;
}): Promise<Scene> {
  const { call, community, show, world } = parts;
  const { library, state = null, publicPages = null, calendars = [], digests = null } = community;
  const settings = await library.settings();
  const scene: Scene = {
    call,
    library,
    state,
    settings,
    publicPages,
    calendars,
    digests,
    notes: community.notes ?? null,
    measures: community.measures ?? {},
    directory: community.directory?.(call.place.platform) ?? null,
    words: words[call.locale],
    locale: call.locale,
    zone: call.person.zone ?? settings.zone,
    now: world.now,
    show,
    aside: (work) => aside(work, call, world),
    commands: infos,
    run: (command, input) => run({ ...call, command, input }, scene),
  };
  return scene;
}

/** The answer is given whatever becomes of it; that is why there is no id to quote. */
function aside(work: Promise<unknown>, { command, place }: Call, { log }: World): void {
  work.catch((error: unknown) =>
    log.warn({ err: error, command, platform: place.platform }, 'what was to be remembered is lost'),
  );
}

/** A person's mistake gets its sentence; a bug gets an id, one line in the log, and an apology with that id. */
function failed(error: unknown, call: Call, world: World): View {
  if (error instanceof UserError) {
    const next = againIn(call, byName.get(call.command), error.code);
    return { ...requestView(error.code, error.facts, words[call.locale]), next };
  }
  const id = world.newId();
  world.log.error(
    { id, err: error, command: call.command, platform: call.place.platform },
    'a command failed',
  );
  return faultView(id, words[call.locale]);
}

/** Of this language are most communities that this bot is for. */
const usual: Locale = 'ja';

/** A wish that can not be read keeps nobody from an answer. */
async function localeOf(person: Person, place: Place, world: World): Promise<Locale> {
  try {
    const community = await world.community(place);
    const { state, library } = community ?? {};
    const chosen = state === undefined ? null : await chosenLanguage(state, { person, place });
    return chosen ?? person.locale ?? (await library?.settings())?.locale ?? usual;
  } catch (error) {
    world.log.warn(
      { err: error, platform: place.platform },
      'the language of someone could not be found out',
    );
    return person.locale ?? usual;
  }
}

/** Suggestions are a courtesy: whatever goes wrong, there are none. */
async function suggest({
  call,
  option,
  world,
}: {
  call: Call;
  option: string;
  world: World;
}): Promise<readonly Choice[]> {
  try {
    const community = await world.community(call.place);
    const offer = byName.get(call.command)?.options[option]?.suggest;
    if (community === null || offer === undefined) return [];
    const like = typeof call.input === 'string' ? call.input : (call.input[option] ?? '');
    return offered(await offer(like, await sceneOf({ call, community, show: () => {}, world })));
  } catch (error) {
    failed(error, call, world);
    return [];
  }
}

/** A value once; one that is too long is no choice. */
function offered(choices: readonly Choice[]): readonly Choice[] {
  const short = choices.filter(({ value }) => value.length <= longestValue);
  return [...new Map(short.map((choice) => [choice.value, choice])).values()].slice(0, mostChoices);
}
