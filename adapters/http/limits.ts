/** How much is asked of the web, and how long. */
export interface Limits {
  readonly ports: readonly number[];
  /** Milliseconds from the question to the last byte, redirects included. */
  readonly deadline: number;
  /** Bytes of a body, both as it travels and as it is once it is unpacked. */
  readonly bytes: number;
  readonly redirects: number;
}

export const usual: Limits = {
  ports: [80, 443],
  deadline: 20_000,
  bytes: 5 * 1024 * 1024,
  redirects: 3,
};
