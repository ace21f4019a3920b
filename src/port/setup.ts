/** How a platform learns of the bot before it can join, and what is found wrong with that afterwards. Types only. */
import type { Locale } from '../model.ts';
import type { CommandInfo, Show } from './chat.ts';

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

/** What a platform's side of the process is told by its environment. */
export interface Environment {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Is there a secret of that name? */
  readonly has: (name: string) => boolean;
  /** A secret by its name; `null` where there is none. Throws UserError where its file is no good. */
  readonly secret: (name: string) => string | null;
}

/** Whether a platform knows one thing of the bot as it is now, and what is to be done if not. */
export interface Step {
  readonly kind: 'create' | 'change' | 'delete' | 'nothing';
  /** `/meetup` */
  readonly name: string;
  /** What is to be changed. */
  readonly differences: readonly Difference[];
}

/** What is to be done so that a platform knows the bot as it is now. Nothing has been done yet. */
export interface Registration {
  readonly steps: readonly Step[];
  /** Address at which one lets the bot in. */
  readonly invite: string;
  /** Carries the steps out. Throws UserError where the platform does not take them. */
  readonly apply: () => Promise<void>;
}

/** What every platform has that is to be told of the bot. */
interface Preparation {
  /** Does the environment name any of its tokens? */
  readonly isChosen: boolean;
  /** What one does, and what the bot asks for and why, one a line, in the language of whoever sets it up. */
  readonly steps: (request: AppRequest, locale: Locale) => readonly string[];
  /** One after the other, as they are found out. Says no secret. `show` is told how far a long look is. */
  readonly check: (request: AppRequest, locale: Locale, show?: Show) => AsyncIterable<Check>;
}

/** A person tells the platform, by giving it a manifest. */
export interface ManifestSetup extends Preparation {
  /** Does the environment say that the platform calls the bot, and not the bot the platform? */
  readonly isCalled: boolean;
  /** What one gives to the platform, as JSON. */
  readonly manifest: (request: AppRequest) => object;
  /** Throws UserError `manifest-unreadable` for what is neither JSON nor YAML of one. */
  readonly compare: (saved: string, request: AppRequest) => readonly Difference[];
}

/** The bot tells the platform itself, with its token. */
export interface RegistrationSetup extends Preparation {
  /** Throws UserError where there is no token, or the platform does not answer. */
  readonly register: (request: AppRequest) => Promise<Registration>;
}

/** One platform, before anyone can talk there. */
export type Setup = ManifestSetup | RegistrationSetup;
