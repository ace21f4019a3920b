/** How a platform learns of the bot before it can join, and what is found wrong with that afterwards. Types only. */
import type { Locale } from '../model.ts';
import type { CommandInfo } from './chat.ts';

/** What the app on the platform is to be like. */
export interface AppRequest {
  /** All of them, in the order of help. */
  readonly commands: readonly CommandInfo[];
  /** The members' language: it comes first where there is room for both, and stands alone where there is not. */
  readonly locale: Locale;
  /** Addresses whose links the bot knows: the community's pages, and its own. */
  readonly pages: readonly string[];
  /** Where the platform calls the bot, without a slash at its end; `null`: the bot calls the platform. */
  readonly url: string | null;
  /** Ids of the workspaces that the community lists; none: any. */
  readonly workspaces: readonly string[];
}

/** Something in which a saved manifest is not what is asked for. `added` stands in the saved one alone. */
export interface Difference {
  readonly kind: 'added' | 'missing' | 'different';
  /** `settings.socket_mode_enabled`, `oauth_config.scopes.bot.chat:write` */
  readonly path: string;
  /** `null` where it is missing. */
  readonly saved: unknown;
  /** `null` where it is added. */
  readonly asked: unknown;
}

/** One thing that `doctor` looked at. */
export interface Check {
  /** `content`, `slack.socket` */
  readonly check: string;
  readonly ok: boolean;
  readonly message: string;
  /** What to do about it; `null` where nothing has to be done. */
  readonly fix: string | null;
  /** Is a setting or a token what is wrong? Then the exit code says so. */
  readonly isSetting?: true;
}

/** One platform, before anyone can talk there. */
export interface Setup {
  /** Does the environment name any of its tokens? */
  readonly isChosen: boolean;
  /** Does the environment say that the platform calls the bot, and not the bot the platform? */
  readonly isCalled: boolean;
  /** What one gives to the platform, as JSON. */
  readonly manifest: (request: AppRequest) => object;
  /** What one does with it, and what it asks for and why, one a line, in the language of whoever sets it up. */
  readonly steps: (request: AppRequest, locale: Locale) => readonly string[];
  /** Throws UserError `manifest-unreadable` for what is neither JSON nor YAML of one. */
  readonly compare: (saved: string, request: AppRequest) => readonly Difference[];
  /** One after the other, as they are found out. Says no secret. */
  readonly check: (request: AppRequest, locale: Locale) => AsyncIterable<Check>;
}
