/** 行政处罚简易程序（当场处罚）: what the process is, who takes part, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { leadForm } from '../enforcement/lead.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';
import { spotPower } from './tables.ts';

export const summaryHead = describeProcess({
  key: 'summary-penalty',
  version: 1,
  name: text('行政处罚简易程序（当场处罚）', 'Penalty on the spot (summary procedure)'),
  summary: text(
    '违法事实确凿并有法定依据，对自然人二百元以下、对法人或者其他组织三千元以下罚款或者警告的，当场告知、听取陈述申辩、作出并交付决定，收缴或者限期缴纳罚款，七个工作日内归档；不符合条件的转普通程序。适用简易程序的处罚不向社会公示（令第45号§2只规定普通程序）',
    'Where the facts are certain and the law gives a basis: a warning, or a fine of up to 200 yuan (natural persons) or 3,000 yuan (organisations), told, heard, decided and handed over on the spot, collected or paid later, filed within seven working days; what does not fit goes to the ordinary procedure. Not published: Order 45 §2 is of the ordinary procedure alone',
  ),
  numberWord: '简',
  roles: { officer: text('执法人员', 'Officer'), 'section-head': text('办案机构负责人', 'Head of the section'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: { subject: { name: text('当事人', 'Subject'), usccField: 'subjectUscc', sees: 'first-task' } },
  fields,
  documents,
  decisions: [spotPower],
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: leadForm,
  title: '"当场处罚：" + subjectName',
  outcomes: {
    warned: text('警告', 'Warned'),
    collected: text('罚款，已当场收缴', 'Fined, collected on the spot'),
    paid: text('罚款，已缴纳', 'Fined, paid'),
    enforced: text('罚款，人民法院强制执行', 'Fined, enforced by the court'),
    executionEnded: text('罚款，终结执行', 'Fined, execution ended'),
    revoked: text('处罚决定被撤销', 'Penalty revoked'),
    toOrdinary: text('转普通程序', 'Ordinary procedure'),
    noPenalty: text('责令改正，不予行政处罚', 'Corrected, no penalty'),
    noViolation: text('没有违法事实等，不予立案', 'No violation, not filed'),
  },
});

export type Steps = Parameters<Parameters<typeof summaryHead.steps>[0]>[0];
