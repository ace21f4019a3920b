/** What was sent did not come to an acknowledgement: the app was too slow, not there, or answered with an error. */
export class NotAcknowledged extends Error {
  readonly reason: 'timeout' | 'connection_failed' | 'http_error';

  constructor(what: string, reason: NotAcknowledged['reason']) {
    super(`${what} was not acknowledged: ${reason}`);
    this.reason = reason;
  }
}
