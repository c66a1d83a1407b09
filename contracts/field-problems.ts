/** What is wrong with one field, and what to do: one sentence for each code, in both languages. */
import type { FieldProblemCode } from '../domain/engine/commands.ts';
import type { Json } from '../domain/json.ts';
import { text, type Text } from '../domain/text.ts';

/** Codes of a malformed request, besides those of the engine. */
export type RequestFieldCode = 'invalid' | 'unknown-key' | 'cursor' | 'idempotency-key';

type Say = (params: Readonly<Record<string, Json>>) => Text;
const plain = (zh: string, en: string): Say => () => text(zh, en);
const shown = (value: Json | undefined): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const sentences: Readonly<Record<FieldProblemCode | RequestFieldCode, Say>> = {
  'required': plain('必填，请填写', 'Required: fill it in'),
  'type': ({ type, expected }) => text(`类型不符，应为 ${shown(type ?? expected)}`, `Wrong type: ${shown(type ?? expected)} is expected`),
  'too-long': ({ max }) => text(`过长，最多 ${shown(max)} 个字符`, `Too long: at most ${shown(max)} characters`),
  'too-small': ({ min }) => (min === undefined ? text('过小或过早', 'Too small or too early') : text(`过小，不得小于 ${shown(min)}`, `Too small: at least ${shown(min)}`)),
  'too-large': ({ max }) => (max === undefined ? text('过大或过晚', 'Too large or too late') : text(`过大，不得大于 ${shown(max)}`, `Too large: at most ${shown(max)}`)),
  'not-an-option': plain('不在可选范围内，请从所列选项中选择', 'Not one of the options: choose one that is listed'),
  'uscc': plain('统一社会信用代码有误，应为 18 位且校验码正确', 'Not a unified social credit code: 18 characters with a correct check character'),
  'phone': plain('电话号码有误，请填写手机号或带区号的固定电话', 'Not a telephone number: give a mobile number, or a landline with its area code'),
  'date': plain('日期有误，格式为 2026-02-13', 'Not a date: write it as 2026-02-13'),
  'moment': plain('时间有误，格式为 2026-02-13 09:30', 'Not a time: write it as 2026-02-13 09:30'),
  'region': plain('没有这个地区，请从列表中选择，或者填写 6 位行政区划代码', 'No such region: choose one of the list, or give its 6-digit code'),
  'unknown-field': plain('此步骤没有该字段，请删除', 'This step has no such field: leave it out'),
  'characters': plain('含有不能保存的字符，请删除控制字符', 'Has characters that cannot be stored: remove control characters'),
  'not-in-post': plain('所选人员不在名单中或者不在该岗位，请从名单中选择', 'Not somebody of this agency who holds the post: choose from the list'),
  'named-twice': plain('同一人只能选择一次', 'Each person can be named once'),
  'too-few': ({ min }) => text(`人数不足，至少 ${shown(min)} 人`, `Too few: at least ${shown(min)} people`),
  'too-many': ({ max }) => text(`人数过多，最多 ${shown(max)} 人`, `Too many: at most ${shown(max)} people`),
  'invalid': plain('格式有误', 'Malformed'),
  'unknown-key': plain('没有该参数，请删除', 'There is no such member: leave it out'),
  'cursor': plain('翻页游标无效，请从第一页重新开始', 'Not a cursor of this list: start from the first page again'),
  'idempotency-key': plain('幂等键应为 1 至 200 个可见 ASCII 字符', 'Idempotency-Key takes 1 to 200 visible ASCII characters'),
};

export type FieldCode = keyof typeof sentences;

export const fieldText = (code: FieldCode, params: Readonly<Record<string, Json>> = {}): Text => sentences[code](params);
