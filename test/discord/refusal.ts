/** How the simulated Discord says no: a status, its own number for it, and for a bad form where it is bad. */

/** What is wrong at a place in a body: `['embeds', 0, 'title']`. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

/** https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly faults: readonly Fault[];

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.faults = [];
  }
}

/** A body that is not as it has to be. */
export class InvalidForm extends Refusal {
  override readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(400, 50035, 'Invalid Form Body');
    this.faults = faults;
  }
}

type Tree = { [key: string]: Tree | object[] };

function put(tree: Tree, { path, code, message }: Fault): void {
  let here = tree;
  for (const key of path) {
    here[key] ??= {};
    here = here[key] as Tree;
  }
  here['_errors'] = [...((here['_errors'] as object[] | undefined) ?? []), { code, message }];
}

/** https://docs.discord.com/developers/reference#error-messages */
export function refusalJson({ code, message, faults }: Refusal): object {
  if (faults.length === 0) return { code, message };
  const errors: Tree = {};
  for (const fault of faults) put(errors, fault);
  return { code, message, errors };
}

const refusals = {
  unauthorized: [401, 0, '401: Unauthorized'],
  unknownAccount: [404, 10001, 'Unknown Account'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownInvite: [404, 10006, 'Unknown Invite'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownEmoji: [400, 10014, 'Unknown Emoji'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  unknownEvent: [404, 10070, 'Unknown Guild Scheduled Event'],
  tooManyCreates: [400, 30034, 'Max number of daily application command creates has been reached (200)'],
  tooManyEvents: [400, 30038, 'Maximum number of guild scheduled events reached (100)'],
  acknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  entityTooLarge: [413, 40005, 'Request entity too large'],
  missingAccess: [403, 50001, 'Missing Access'],
  notOwn: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotDirect: [403, 50007, 'Cannot send messages to this user'],
  notText: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidToken: [401, 50027, 'Invalid Webhook Token'],
  archived: [400, 50083, 'Thread is archived'],
  badJson: [400, 50109, 'The request body contains invalid JSON.'],
  hasThread: [400, 160004, 'A thread has already been created for this message'],
  noHistoryToReply: [403, 160002, 'Cannot reply without permission to read message history'],
  threadLocked: [403, 160005, 'Thread is locked'],
} as const satisfies Readonly<Record<string, readonly [status: number, code: number, message: string]>>;

/** The refusal of that name. */
export function refuse(name: keyof typeof refusals): Refusal {
  const [status, code, message] = refusals[name];
  return new Refusal(status, code, message);
}
