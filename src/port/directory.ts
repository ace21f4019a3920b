/** How a platform calls its channels and roles. */
import type { Place } from './chat.ts';

export interface Directory {
  /**
   * The channel of that name (with or without `#`) or id in which the bot may post; `null`: there is none, or more than one.
   * Rejects where the platform can not be asked.
   */
  channel(of: { readonly name: string; readonly workspace: string | null }): Promise<NamedPlace | null>;
  /** Id of the role (in Slack: the user group) of that name, with or without `@`; `null`: there is none. Rejects likewise. */
  role(of: { readonly name: string; readonly workspace: string }): Promise<string | null>;
}

export interface NamedPlace extends Place {
  /** As people call it: `#general`. */
  readonly name: string;
}
