/** What is said of the services that announce events. */
export const feed = {
  badApi: (name: string, value: string, usual: string) =>
    `${name} is "${value}", which is no web address as it needs. Set it as in ${usual}, or leave it unset.`,
};
