/** What the checks of `doctor` share: who asks for what, and who the bot is. */
import type { APIApplication, APIUser } from 'discord.js';
import type { AppRequest, Environment, Show } from '../../../src/port.ts';
import type { Words } from '../../../src/words/index.ts';

export interface Room extends Environment {
  readonly request: AppRequest;
  readonly words: Words;
  /** Told how many servers have been looked at. */
  readonly show: Show;
}

/** The application and its bot. */
export interface Self {
  readonly user: APIUser;
  readonly application: APIApplication;
}
