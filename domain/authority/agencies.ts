/** Agencies (机关) and offices (岗位) that the engine knows. */
import { text, type Text } from '../text.ts';
import type { Agency } from './viewer.ts';

export const agencies: readonly Agency[] = [
  { id: 'samr', name: text('国家市场监督管理总局', 'State Administration for Market Regulation'), region: '100000', numberHead: '国市监' },
  { id: 'gd-amr', name: text('广东省市场监督管理局', 'Guangdong Administration for Market Regulation'), region: '440000', numberHead: '粤市监' },
  { id: 'gz-amr', name: text('广州市市场监督管理局', 'Guangzhou Administration for Market Regulation'), region: '440100', numberHead: '穗市监' },
  { id: 'sz-amr', name: text('深圳市市场监督管理局', 'Shenzhen Administration for Market Regulation'), region: '440300', numberHead: '深市监' },
  { id: 'fs-amr', name: text('佛山市市场监督管理局', 'Foshan Administration for Market Regulation'), region: '440600', numberHead: '佛市监' },
  { id: 'gd-recall-tech', name: text('广东省缺陷产品召回技术机构', 'Guangdong Technical Body for Product Recall'), region: '440000', numberHead: '' },
  { id: 'gd-gov-inspection', name: text('广东省人民政府督查室', 'Inspection Office of the Guangdong Government'), region: '440000', numberHead: '' },
];

export const roles: Readonly<Record<string, Text>> = {
  officer: text('承办人', 'Case officer'),
  'section-head': text('审核人', 'Section head'),
  'agency-head': text('负责人', 'Head of the agency'),
  'technical-body': text('技术机构人员', 'Technical expert'),
  supervisor: text('督查人员', 'Supervisor'),
  administrator: text('系统管理员', 'Administrator'),
};

export const agencyById = (id: string): Agency | undefined => agencies.find((a) => a.id === id);
