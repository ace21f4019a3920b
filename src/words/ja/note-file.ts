/** Why a file of the folder can not be read or written. */
import type { noteFile as english } from '../en/note-file.ts';

export const noteFile: typeof english = {
  'file-not-text': ({ name }) =>
    `${name} は UTF-8 ではないので、書き加えられません。UTF-8 で保存し直してから、もう一度お試しください。`,
  'notes-marks-broken': ({ key }) =>
    `ファイルのどこからどこまでがこのノートなのか分かりません。<!-- notes:begin ${key} で始まる行と、その下に <!-- notes:end ${key} の行が一つずつ必要です。元に戻すか、両方を消してから、もう一度お試しください。`,
};
