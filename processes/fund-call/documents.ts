/** 文书 of a call. No form of them is prescribed. */
import type { Block, DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { chosen } from '../feel.ts';
import { labelsOf } from '../letters.ts';
import { fields } from './fields.ts';

const says = (pattern: string): Block => ({ kind: 'paragraph', text: pattern });
const heading = (pattern: string): Block => ({ kind: 'heading', text: pattern });
const issuer = { kind: 'agency', agency: { kind: 'handling' } } as const;

export const documents = {
  call: {
    issuer, to: [], letterhead: true, sealed: true, numerals: 'arabic', title: text('申报通知', 'Call for applications'), heading: '关于组织申报\n{name}的通知', addressee: '各有关单位：', number: { word: '基' },
    values: { name: 'callName', year: 'callYear', purposes: `if purposes = null then null else string join(for p in purposes return ${chosen('p', labelsOf(fields.purposes.options))}, "；")`, budget: 'callBudget', most: 'mostPerProject', conditions: 'conditions', materials: 'materials', until: 'applicationsUntil', ask: 'consultation', caseNumber: 'case.number' },
    blocks: [
      says('根据《广东省人民政府关于印发广东省进一步提高产品、工程和服务质量行动方案的通知》（粤府〔2020〕50号），现组织{year}年度质量提升发展基金项目申报。'), heading('一、支持方向'),
      says('{purposes:sentence}'),
      heading('二、资金'), says('本批资金{budget:money}（大写：人民币{budget:capital}），单个项目支持不超过{most:money}。'), heading('三、申报条件'), says('{conditions:sentence}'), heading('四、申报材料'), says('{materials:sentence}'),
      heading('五、申报方式和期限'), says('在线申报，填写本通知案号{caseNumber}。申报截止日期为{until:date}，逾期不予受理。'), says('咨询方式：{ask:sentence}'), { kind: 'signature' }, { kind: 'imprint' },
    ],
  },
  library: {
    issuer, to: [], numerals: 'arabic', internal: true, title: text('项目入库排序表', 'Ranking of the library'),
    values: { name: 'callName', caseNumber: 'case.number', rows: 'for e in library return {name: e.name, number: e.number, score: e.score, amount: e.amount}', budget: 'callBudget' },
    blocks: [
      says('{name}（案号{caseNumber}），本批资金{budget:money}。经集体审议通过的项目按专家评审得分排序入库：'),
      { kind: 'table', widths: [16, 60, 46, 20, 36], head: 1, small: true, rows: [{ cells: ['序号', '项目', '案号', '得分', '拟支持金额'].map((label) => ({ text: label, label: true })) }, { each: 'rows', cells: [{ text: '{item.no}', align: 'center' }, { text: '{item.name}' }, { text: '{item.number}' }, { text: '{item.score:points}', align: 'right' }, { text: '{item.amount:money}', align: 'right' }] }] },
      { kind: 'signature' },
    ],
  },
  plan: {
    issuer: { kind: 'agency', agency: { kind: 'fixed', agency: 'gd-finance' } }, to: [], letterhead: true, sealed: true, numerals: 'arabic', title: text('资金计划', 'Plan of payments'), number: { word: '基计' },
    values: { name: 'callName', budget: 'callBudget', count: 'supportedCount', amount: 'supportedAmount', applications: 'applicationCount', direct: 'budgetRoute = "direct"', passed: 'budgetRoute != "direct"' },
    blocks: [
      says('{name}收到申报{applications}件，经审查、评审、集体审议和公示，支持{count}件，支持金额合计{amount:money}（大写：人民币{amount:capital}）。'), { kind: 'paragraph', text: '资金由省级直接拨付承担单位，按合同约定的里程碑分期拨付。', when: 'direct' },
      { kind: 'paragraph', text: '资金通过转移支付下达，按合同约定的里程碑分期拨付（《中华人民共和国预算法》第五十二条）。', when: 'passed' }, { kind: 'signature' }, { kind: 'imprint' },
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
