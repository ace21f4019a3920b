/** Why a file of the folder can not be read or written. */
type Facts = Readonly<Record<string, string | number>>;

export const noteFile = {
  'file-not-text': ({ name }: Facts) =>
    `${name} is not written in UTF-8, so nothing can be added to it. Save it as UTF-8 and try again.`,
  'notes-marks-broken': ({ key }: Facts) =>
    `Nobody can tell where these notes begin and end in their file. There has to be one line that begins with <!-- notes:begin ${key} and, further down, one with <!-- notes:end ${key}. Put them back, or delete both, and try again.`,
};
