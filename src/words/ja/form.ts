/** What stands on every form, whatever it is for. */
import type { Words } from '../en.ts';

export const form: Words['form'] = {
  submit: '送信',
  close: 'キャンセル',
  again: 'フォームに戻る',
};
