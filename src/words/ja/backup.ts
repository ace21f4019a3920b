/** What the verbs `backup` and `restore` say. */
import type { Words } from '../en.ts';

export const backup: Words['backup'] = {
  done: (file, records) => `ボットの記録（${records}件）の控えを ${file} に作りました。`,
  restored: (file, records) =>
    `ボットの記録を ${file} の内容（${records}件）に戻しました。今より前に出すはずだったものは、もう出ていないか見てから投稿します。`,
  aside: (file) => `これまでの記録は ${file} に残してあります。`,
  none: (file) => `控えを取るものがまだありません。${file} には何も記録されていません。`,
  exists: (file) => `${file} はすでにあるので、そのままにしました。別の名前を指定してください。`,
  unwritable: (file) =>
    `${file} に書けません。空きや権限を確かめるか、別のフォルダーのファイルを指定してください。`,
  locked: (folder) =>
    `${folder} でボットが動いているので、記録を入れ替えられません。ボットを止め、戻してから、もう一度始めてください。`,
  fault: {
    unreadable: (file) => `${file} がないか、読めません。何も変えていません。`,
    foreign: (file) =>
      `${file} はボットの記録の控えではありません。何も変えていません。控えは meetup backup FILE で作れます。`,
    broken: (file) => `${file} は壊れています。何も変えていません。別の控えを使ってください。`,
    newer: (file) =>
      `${file} は新しい版のボットが書いたものです。何も変えていません。その版で戻してください。`,
  },
};
