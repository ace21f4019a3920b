/** How often something comes, in words that are understood when they are typed. */
import type { Words } from '../en.ts';

export const schedule: Words['schedule'] = {
  days: ['日', '月', '火', '水', '木', '金', '土'],
  daily: '毎日',
  weekdays: '平日',
  weekly: (days) => `毎週${days.join('・')}曜`,
  monthly: (numbers, day) =>
    `毎月${numbers.map((number) => (number === 'L' ? '最終' : `第${number}`)).join('・')}${day}曜`,
  lastDay: '毎月末日',
  date: (date) => `毎月${date}日`,
};
