/** Departments and bodies that the plan 粤府〔2020〕50号 names, and those its processes need, one each. Names as of the plan. */
import { text, type Text } from '../text.ts';
import type { AgencyKind } from './viewer.ts';

type Department = readonly [id: string, kind: AgencyKind, numberHead: string, name: Text, region?: string];

export const departments: readonly Department[] = [
  ['gd-gov', 'government', '粤府', text('广东省人民政府', 'People’s Government of Guangdong')],
  ['gd-gov-inspection', 'inspection', '', text('广东省人民政府督查室', 'Inspection Office of the Guangdong Government')],
  ['gd-quality-office', 'government', '粤质强办', text('广东省质量强省工作领导小组办公室', 'Office of the Leading Group for Quality in Guangdong')],
  ['gd-drc', 'department', '粤发改', text('广东省发展和改革委员会', 'Guangdong Development and Reform Commission')],
  ['gd-education', 'department', '粤教', text('广东省教育厅', 'Guangdong Department of Education')],
  ['gd-science', 'department', '粤科', text('广东省科学技术厅', 'Guangdong Department of Science and Technology')],
  ['gd-industry', 'department', '粤工信', text('广东省工业和信息化厅', 'Guangdong Department of Industry and Information Technology')],
  ['gd-civil-affairs', 'department', '粤民', text('广东省民政厅', 'Guangdong Department of Civil Affairs')],
  ['gd-justice', 'department', '粤司', text('广东省司法厅', 'Guangdong Department of Justice')],
  ['gd-finance', 'department', '粤财', text('广东省财政厅', 'Guangdong Department of Finance')],
  ['gd-audit', 'department', '粤审', text('广东省审计厅', 'Guangdong Audit Office')],
  ['gd-human-resources', 'department', '粤人社', text('广东省人力资源和社会保障厅', 'Guangdong Department of Human Resources and Social Security')],
  ['gd-ecology', 'department', '粤环', text('广东省生态环境厅', 'Guangdong Department of Ecology and Environment')],
  ['gd-housing', 'department', '粤建', text('广东省住房和城乡建设厅', 'Guangdong Department of Housing and Urban-Rural Development')],
  ['gd-agriculture', 'department', '粤农农', text('广东省农业农村厅', 'Guangdong Department of Agriculture and Rural Affairs')],
  ['gd-commerce', 'department', '粤商务', text('广东省商务厅', 'Guangdong Department of Commerce')],
  ['gd-local-finance', 'department', '粤金监', text('广东省地方金融监督管理局', 'Guangdong Local Financial Supervision Bureau')],
  ['gd-digital', 'department', '粤政数', text('广东省政务服务数据管理局', 'Guangdong Government Service and Data Bureau')],
  ['gd-hongkong-macao', 'department', '粤港澳', text('广东省人民政府港澳事务办公室', 'Hong Kong and Macao Affairs Office of Guangdong')],
  ['gd-tax', 'department', '粤税', text('国家税务总局广东省税务局', 'Guangdong Tax Service')],
  ['gd-banking', 'department', '粤银保监', text('中国银行保险监督管理委员会广东监管局', 'CBIRC Guangdong Bureau')],
  ['gd-customs', 'department', '粤关', text('海关总署广东分署', 'Guangdong Sub-Administration of Customs')],
  ['gd-supervisory-commission', 'body', '', text('广东省监察委员会', 'Supervisory Commission of Guangdong')],
  ['gd-consumer-council', 'body', '粤消委', text('广东省消费者委员会', 'Guangdong Consumer Council')],
  ['gd-award-secretariat', 'body', '粤质奖', text('广东省政府质量奖评选表彰委员会秘书处', 'Secretariat of the Guangdong Government Quality Award')],
  ['gd-fund-secretariat', 'body', '', text('广东省质量提升发展基金管理办公室', 'Office of the Guangdong Quality Improvement Fund')],
  ['mee', 'department', '环', text('生态环境部', 'Ministry of Ecology and Environment'), '100000'],
  ['gd-recall-tech', 'technical', '', text('广东省缺陷产品召回技术机构', 'Guangdong Technical Body for Product Recall')],
  ['gd-experts', 'body', '', text('广东省质量专家库', 'Register of Quality Experts of Guangdong')],
];
