/** 指定处理通知书: no form of it is prescribed (总局令第121号 §33). */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';

export const documents = {
  appointment: {
    title: text('指定处理机关通知书', 'Appointment of the agency in charge'), issuer: { kind: 'agency', agency: { kind: 'handling' } }, number: { word: '指处', ordinal: true }, sealed: true, letterhead: true,
    to: [{ kind: 'agency', agency: { kind: 'data', field: 'askingAgency' }, name: 'asking' }, { kind: 'agency', agency: { kind: 'data', field: 'otherAgency' }, name: 'other' }], addressee: '{asking:agency}、{other:agency}：',
    values: {
      asking: 'askingAgency', other: 'otherAgency', sourceNumber: 'sourceNumber', subjectName: 'subjectName', matter: 'matter', appointed: 'appointedAgency', reasons: 'appointmentReasons',
    },
    blocks: [
      { kind: 'paragraph', text: '关于{subjectName}的事项（来文案号：{sourceNumber}），{asking:agency}、{other:agency}就处理权限发生争议，报请我局指定处理机关。' }, { kind: 'paragraph', text: '事项：{matter:sentence}' },
      { kind: 'paragraph', text: '经审查，根据《市场监督管理投诉举报处理办法》第三十三条的规定，指定{appointed:agency}处理。理由：{reasons:sentence}' },
      { kind: 'signature' }, { kind: 'imprint' },
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
