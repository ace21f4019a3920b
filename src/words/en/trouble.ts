/** What `doctor` says alike of every platform that can not be asked. */

export interface Asked {
  readonly platform: string;
  /** Page that says whether it works. */
  readonly status: string;
  /** The variable with its address, the usual address, and what every address is like. */
  readonly variable: string;
  readonly usual: string;
  readonly shape: string;
}

export const trouble = ({ platform, status, variable, usual, shape }: Asked) => ({
  api: (url: string) => `${variable}: ${platform} is asked at ${url}`,
  badApi: (value: string) => ({
    message: `${variable} is "${value}", which is no web address ${shape}.`,
    fix: `Set it as in ${usual}, or leave it unset.`,
  }),
  answered: (reason: string) => ({
    message: `${platform} answers with an error: ${reason}`,
    fix: `${status} says whether ${platform} works. Look at ${variable} if it is set.`,
  }),
  limited: (seconds: number) => ({
    message: `${platform} was asked too often for now.`,
    fix: `Ask again in ${seconds} s.`,
  }),
  unreachable: (reason: string) => ({
    message: `${platform} can not be reached (${reason}).`,
    fix: `Look at the network, a proxy or a firewall on the way, and at ${variable} if it is set.`,
  }),
});
