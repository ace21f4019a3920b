/** How the simulated Slack says no: its own word for it, and the facts that come with it. */

/** An answer `{ ok: false, error }` of the Web API. `facts` stand beside `error` in it. */
export class Refusal extends Error {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(code: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** A refusal with lines about what is wrong, each with the place in the payload, as Slack words them. */
export const refuseWith = (code: string, messages: readonly string[]): Refusal =>
  new Refusal(code, { response_metadata: { messages } });
