/** An office process with what people do to one another's tasks: steps in a row, a clock that may be extended, a decision that several sign. */
import type { Basis } from '../../domain/calendar/types.ts';
import type { Assignment, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';

const office = (role: string): Assignment => ({ kind: 'office', role, agency: { kind: 'handling' } });
const basis: Basis = { instrument: text('内部时限', 'Internal target'), article: '', version: '', confidence: 'R', internal: true };

export const officeWork: ProcessDefinition = definition(
  [
    { ...start, name: text('开始', 'Start') },
    { ...userTask('examine', [], { form: { opinion: 'optional' } }), name: text('审查', 'Examination'), outcomes: [{ id: 'done', name: text('提出意见', 'Give an opinion') }] },
    { ...userTask('review', [], { notSameAs: ['examine'] }), name: text('复核', 'Review'), outcomes: [{ id: 'done', name: text('同意', 'Agree') }] },
    {
      ...userTask('sign', [], {
        assignment: office('agency-head'),
        signing: { signers: [{ by: office('officer') }, { by: office('section-head') }, { by: office('agency-head'), chair: true }], order: 'together', rule: { kind: 'chair' }, agree: 'agree', disagree: 'object' },
      }),
      name: text('会签决定', 'Joint decision'), outcomes: [{ id: 'agree', name: text('同意', 'Agree'), tone: 'positive' }, { id: 'object', name: text('不同意', 'Object') }],
    },
    { ...end(), name: text('结束', 'End') },
  ],
  [flow('start', 'examine'), flow('examine', 'review'), flow('review', 'sign'), flow('sign', 'end')],
  {
    key: 'office-work', name: text('内部审批', 'Office approval'), summary: text('机关内部事项审批', 'Approval within an office'), title: '"内部审批事项"',
    roles: { officer: text('承办人', 'Case officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency') },
    fields: { opinion: { label: text('审查意见', 'Opinion'), type: 'text' } },
    clocks: [{
      id: 'limit', name: text('办理时限', 'Time to handle'), start: [{ on: 'entered', node: 'examine' }], stop: [{ on: 'completed', node: 'sign' }], warnings: [], breach: 'record', duty: office('officer'),
      rules: [{ budget: { amount: 5, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis }],
      extensions: [{ name: text('延长', 'Extension'), budget: { amount: 5, unit: 'working-day' }, approver: office('section-head'), basis }],
    }],
  },
);
