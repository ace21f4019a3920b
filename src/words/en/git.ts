/** What is said of the repository that the content is published to. */
type Facts = Readonly<Record<string, string | number>>;

export const git = {
  cloning: (done: number, of: number) => `Cloning the repository: ${done} of ${of}`,
  /** Why the bot does not begin with it. */
  error: {
    'git-missing': () => 'The program git is missing, and “publish” in community.md needs it. Install git.',
    'git-address': ({ address }: Facts) =>
      `The bot publishes to no such address: ${address}. Write one that begins with https:// or ssh://, without a password, under “publish” in community.md.`,
    'git-branch': ({ branch }: Facts) =>
      `“${branch}” can be no branch. Name another under “publish” in community.md.`,
    'git-clone': ({ address, reason }: Facts) =>
      `${address} could not be cloned (${reason}). Look at the address and the branch under “publish” in community.md, and at GITHUB_TOKEN.`,
    'git-empty': ({ address }: Facts) =>
      `There is nothing in ${address} yet. Commit a first file there, a README for example.`,
    'git-foreign': ({ folder }: Facts) =>
      `Somebody else has made or changed the clone ${folder}: its .git/config is not as the bot wrote it, and could start programs. Push what you need of it, move it away, and the bot makes a new one.`,
    'git-owner': ({ folder }: Facts) =>
      `The clone ${folder} belongs to another user. Give it back to the user that the bot runs as, or move it away, and the bot makes a new one.`,
  },
  doctor: {
    fine: (address: string) => `The repository can be reached, and pushed to: ${address}`,
    reached: (address: string) =>
      `The repository can be reached: ${address}. Whether it can be pushed to shows after the first start.`,
    unreachable: (address: string, reason: string) => ({
      message: `The repository can not be reached: ${address} (${reason})`,
      fix: 'Look at the address under “publish” in community.md, and at GITHUB_TOKEN.',
    }),
    refused: (address: string, reason: string) => ({
      message: `The repository can be read and not pushed to: ${address} (${reason})`,
      fix: 'Give the token the right to write contents and pull requests of that repository.',
    }),
    rights: {
      message: 'GITHUB_TOKEN may not push to the repository.',
      fix: 'Give the token the right to write contents and pull requests of that repository.',
    },
    broken: 'See “publish” in community.md.',
  },
};
