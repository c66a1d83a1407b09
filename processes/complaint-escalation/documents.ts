/** 约谈通知书、公益诉讼建议函: no form of them is prescribed. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';

const issuer = { kind: 'agency', agency: { kind: 'handling' } } as const;

export const documents = {
  interviewNotice: {
    title: text('约谈通知书', 'Notice of an interview'), issuer, number: { word: '约', ordinal: true }, sealed: true, letterhead: true, to: [{ kind: 'party', party: 'subject', name: 'subjectName' }], addressee: '{subjectName}：', served: {},
    values: { subjectName: 'subjectName', count: 'complaintCount', matter: 'matter' },
    blocks: [
      { kind: 'paragraph', text: '近九十日内，市场监督管理部门收到对你单位的消费投诉{count}件。反映的主要问题：{matter:sentence}' },
      { kind: 'paragraph', text: '为督促你单位落实主体责任，及时化解消费者权益争议，现请你单位法定代表人或者主要负责人接受约谈，并携带身份证明、问题核查和处理情况的书面材料。' },
      { kind: 'paragraph', text: '约谈的时间、地点由我局承办人员与你单位联系确定。' }, { kind: 'signature' }, { kind: 'imprint' },
    ],
  },
  suggestionLetter: {
    title: text('提起消费民事公益诉讼建议函', 'Suggestion of a public interest action'), issuer, number: { word: '公诉建' }, sealed: true, letterhead: true,
    to: [{ kind: 'agency', agency: { kind: 'fixed', agency: 'gd-consumer-council' }, name: 'council' }], addressee: '广东省消费者委员会：',
    values: { council: '"广东省消费者委员会"', subjectName: 'subjectName', count: 'complaintCount', matter: 'matter', suggestion: 'suggestion' },
    blocks: [
      { kind: 'paragraph', text: '{subjectName}近九十日内被消费者投诉{count}件，反映的主要问题：{matter:sentence}' },
      { kind: 'paragraph', text: '上述行为涉嫌侵害众多消费者合法权益。根据《中华人民共和国消费者权益保护法》第四十七条的规定，建议你会依法提起消费民事公益诉讼。' }, { kind: 'paragraph', text: '{suggestion:sentence}' }, { kind: 'signature' }, { kind: 'imprint' },
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
