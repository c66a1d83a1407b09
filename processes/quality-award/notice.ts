/** 公示 as every process of the award has it: its data, and the case that each objection becomes. */
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { noted } from '../feel.ts';
import { noticeDays } from './law.ts';

const { longText, integer, date, yesNo, working } = field;

export const noticeFields = {
  noticeDays: integer('公示期（工作日）', 'Public notice (working days)', {
    min: noticeDays.least, max: noticeDays.most, help: text('不少于5个工作日（参照中国质量奖管理办法第十四条、第十七条、第二十条、第二十三条）', 'At least 5 working days (after Articles 14, 17, 20 and 23 of the Measures for the China Quality Award)'),
  }),
  noticeOpened: yesNo('公示已发布', 'Notice published'),
  noticeId: field.id('公示编号', 'Number of the notice', 'notice'),
  noticeLastDay: date('公示截止日期', 'Last day of the notice'),
  noticeOverOn: date('公示期满次日', 'Day after the notice'),
  noticeSettled: yesNo('公示期满且异议处理完毕', 'Notice over and objections handled'),
  openObjections: integer('未处理的异议', 'Open objections'),
  upheldObjections: integer('成立的异议', 'Objections upheld'),
  objections: working('待办理的异议', 'Objections to be handled'),
  objectionResults: longText('异议办理情况', 'What became of the objections'),
} as const;

/** Input of the case that an objection becomes (objection/definition.ts). */
export const objectionInput = {
  sourceNumber: 'case.number', noticeName: 'case.title', objectionId: 'objection.id', objectorName: 'objection.name', objectorContact: 'objection.contact', grounds: 'objection.grounds', filedOn: 'objection.filedOn',
} as const;
export const objectionMulti = { collection: 'if objections = null then [] else objections', item: 'objection' } as const;
/** Each adds what came of it. */
export const objectionOutput = {
  objectionResults: noted('objectionResults', 'child.number + " " + (if child.outcome = "upheld" then "异议成立" else if child.outcome = "rejected" then "异议不成立" else if child.outcome = "refused" then "不予受理" else "未办结") + (if child.data.reply = null then "" else "：" + child.data.reply)'),
} as const;
