import { expect, it } from 'vitest';
import { reviewAuthority } from './review.ts';

it.each([
  ['广东省市场监督管理局', '广东省人民政府'], ['广州市市场监督管理局', '广州市人民政府'], ['广州市天河区市场监督管理局', '广州市天河区人民政府'], ['深圳市市场监督管理局南山监管局', '深圳市人民政府'], ['博罗县市场监督管理局', '博罗县人民政府'],
  // Who stands at the top reviews what they have done themselves.
  ['国家市场监督管理总局', '国家市场监督管理总局'], ['广东省人民政府', '广东省人民政府'], ['广东省财政厅', '广东省人民政府'],
  ['某机构', '有管辖权的行政复议机关'], ['广州市人民检察院', '有管辖权的行政复议机关'],
])('what %s decides is reviewed by %s (行政复议法 §§24–25)', (agency, reviewer) => expect(reviewAuthority(agency)).toBe(reviewer));
