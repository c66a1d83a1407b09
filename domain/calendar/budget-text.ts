/** A budget as people say it: 5 个工作日, 5 working days. */
import { text, type Text } from '../text.ts';
import type { Budget } from './types.ts';

const units: Readonly<Record<Budget['unit'], Text>> = {
  'working-day': text('个工作日', 'working day'), 'calendar-day': text('日', 'calendar day'), hour: text('小时', 'hour'), month: text('个月', 'month'), year: text('年', 'year'),
};
export const budgetText = ({ amount, unit }: Budget): Text => text(`${amount} ${units[unit].zh}`, `${amount} ${units[unit].en}${amount === 1 ? '' : 's'}`);
