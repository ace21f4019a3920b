/** What organisers are told of a digest. `reason` is what the platform calls it. */
export const digestNotice = {
  trouble: (channel: string, reason: string) =>
    `The digest could not be posted in ${channel} (${reason}). It rests there until you have seen to that: invite the bot to the channel, let it write there, or choose another channel.`,
  resume: 'It is mended, go on',
  off: 'No more digest there',
  unknown: (channel: string, period: string) =>
    `Nobody can tell whether the digest ${period} stands in ${channel}: the connection broke while it was being posted, and the bot may not read what stands there. Please look, and say what is to be done.`,
  again: 'Post it again',
  there: 'It is there',
};
