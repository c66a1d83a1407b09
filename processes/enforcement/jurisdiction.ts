/** 管辖、移送 (程序规定 §§14, 16): what a lead that is checked and a case that is investigated have in common when another agency is competent. */
import { field } from '../../domain/model/builder-fields.ts';
import type { Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';

const { text: line, longText } = field;

export const jurisdictionFields = {
  disputeWith: line('争议机关', 'In dispute with', { help: text('与本机关发生管辖争议的机关', 'The agency that claims or denies jurisdiction') }),
  superiorAgency: line('共同上一级机关', 'Common superior'),
  appointedAgency: field.id('指定管辖的机关', 'Appointed agency', 'agency'),
  transferAgency: line('移送至', 'Transferred to'),
  transferReasons: longText('移送理由', 'Grounds of the transfer'),
} as const;

/** 不得再自行移送 (程序规定 §14): FEEL, whether it was another market regulator that has moved it here. */
export const movedHere: Feel = 'sourceKind = "transferred"';
export const referralExplains = text(
  '本案由其他机关移送而来，本机关认为不属于自己管辖的，应当报请共同的上一级机关指定管辖，不得再自行移送（程序规定§14）',
  'This case was moved here by another agency: where this one is not competent either, the common superior appoints one; it is not moved a second time (§14)',
);

/** The case at the common superior, which waits for nothing here but says who is to handle it. */
export const appointedBySuperior = (dispute: { readonly disputeReasons: Feel; readonly negotiationRecord?: Feel }) => ({
  agency: { kind: 'data', field: 'superiorAgency' },
  input: {
    sourceNumber: 'case.number', requestingAgency: 'case.agency', disputeWith: 'disputeWith', subjectName: 'subjectName', subjectRegion: 'subjectRegion', leadSummary: 'leadSummary', ...dispute,
  },
  output: { appointedAgency: 'child.data.appointedAgency', transferAgency: 'child.data.appointedAgency', transferReasons: '"上一级机关指定管辖：" + child.number' },
  explains: text('上一级机关自收到报送材料之日起七个工作日内确定（程序规定§16），期限在其案件中计算', 'The superior decides within seven working days (§16), counted in its own case'),
}) as const;

/** What the agency to which it is moved is told; it has limits of its own from the day on which it gets the material. */
export const movedInput = {
  sourceKind: '"transferred"', sourceNumber: 'case.number', subjectName: 'subjectName', subjectUscc: 'subjectUscc', subjectRegion: 'subjectRegion', subjectAddress: 'subjectAddress', leadSummary: 'leadSummary',
  violationEndedOn: 'violationEndedOn', seriousHarm: 'seriousHarm', disputeWith: 'case.agencyName',
} as const;
