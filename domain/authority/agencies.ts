/**
 * Agencies (机关) and offices (岗位) that the engine knows: market regulators from the country down to the counties of Guangdong, police and
 * procuratorates of the province and its prefectures, and the departments of the plan. Heads of case numbers below the province are formed by
 * rule (简称 + 市监), not looked up one by one.
 */
import { text, type Text } from '../text.ts';
import { departments } from './departments.ts';
import { fullRegionName, regionByCode, regions, type Region } from './regions.ts';
import type { Agency, AgencyKind } from './viewer.ts';

const places = regions.filter((r) => r.level !== 'country');

function regulator(region: Region): Agency {
  const { level, slug, short, code } = region;
  const above = regionByCode(region.parent ?? '');
  const full = fullRegionName(region);
  const id = level === 'county' ? `${above?.slug}-${slug}-amr` : `${slug}-amr`;
  // The regulators of the districts of Shenzhen are branches of the city's.
  const zh = level === 'county' && above?.code === '440300' ? `深圳市市场监督管理局${short}监管局` : `${full.zh}市场监督管理局`;
  const en = level === 'province' ? 'Guangdong Administration for Market Regulation' : level === 'prefecture' ? `${full.en} Administration for Market Regulation` : `Market Regulation, ${full.en}`;
  const head = level === 'county' && !short.startsWith(above?.short ?? '-') ? `${above?.short}${short}` : short;
  return {
    id, kind: 'market', name: text(zh, en), region: code, numberHead: `${head}市监`,
    superior: level === 'province' ? 'samr' : level === 'prefecture' ? 'gd-amr' : `${above?.slug}-amr`,
  };
}

function organ(region: Region, kind: 'police' | 'procuratorate'): Agency {
  const province = region.level === 'province';
  const [zh, en, head] = kind === 'police'
    ? [province ? '公安厅' : '公安局', province ? 'Public Security Department' : 'Public Security Bureau', '公'] as const
    : ['人民检察院', 'People’s Procuratorate', '检'] as const;
  return {
    id: `${region.slug}-${kind}`, kind, name: text(`${region.name.zh}${zh}`, `${region.name.en} ${en}`), region: region.code, numberHead: `${region.short}${head}`,
    superior: province ? null : `gd-${kind}`,
  };
}

export const agencies: readonly Agency[] = [
  { id: 'samr', kind: 'market', name: text('国家市场监督管理总局', 'State Administration for Market Regulation'), region: '100000', numberHead: '国市监', superior: null },
  ...places.map(regulator),
  ...places.filter((r) => r.level !== 'county').flatMap((r) => [organ(r, 'police'), organ(r, 'procuratorate')]),
  ...departments.map(([id, kind, numberHead, name, region = '440000']): Agency => ({ id, kind, name, region, numberHead, superior: id === 'gd-gov' || region === '100000' ? null : 'gd-gov' })),
];

export const agencyKinds: Readonly<Record<AgencyKind, Text>> = {
  market: text('市场监督管理部门', 'Market regulators'),
  police: text('公安机关', 'Police'),
  procuratorate: text('检察机关', 'Procuratorates'),
  government: text('人民政府', 'Governments'),
  department: text('政府部门', 'Departments'),
  inspection: text('督查机构', 'Inspection'),
  technical: text('技术机构', 'Technical bodies'),
  body: text('其他机构', 'Other bodies'),
};

export const roles: Readonly<Record<string, Text>> = {
  officer: text('承办人', 'Case officer'),
  'section-head': text('审核人', 'Section head'),
  'agency-head': text('负责人', 'Head of the agency'),
  /** 法制审核、案件审核, 听证主持: of the agency, but never of those who investigate. */
  'legal-reviewer': text('审核机构人员', 'Legal reviewer'),
  'technical-body': text('技术机构人员', 'Technical expert'),
  expert: text('评审专家', 'Panel expert'),
  secretariat: text('秘书处人员', 'Secretariat'),
  'committee-member': text('评选表彰委员会委员', 'Member of the award committee'),
  supervisor: text('督查人员', 'Supervisor'),
  administrator: text('系统管理员', 'Administrator'),
};

const byId: ReadonlyMap<string, Agency> = new Map(agencies.map((a) => [a.id, a]));
const byPlace: ReadonlyMap<string, Agency> = new Map(
  agencies.filter((a) => a.kind === 'market' || a.kind === 'police' || a.kind === 'procuratorate').map((a) => [`${a.kind} ${a.region}`, a]),
);

export const agencyById = (id: string): Agency | undefined => byId.get(id);

/** 上一级. */
export const superiorOf = (id: string): Agency | undefined => byId.get(byId.get(id)?.superior ?? '');

/** 共同上一级: who decides between two agencies that dispute jurisdiction; undefined where they have none. */
export function commonSuperior(one: string, other: string): Agency | undefined {
  const above = new Set<string>();
  for (let a = superiorOf(one); a; a = superiorOf(a.id)) above.add(a.id);
  for (let b = superiorOf(other); b; b = superiorOf(b.id)) if (above.has(b.id)) return b;
  return undefined;
}

/** The regulator, police or procuratorate for a place: of its own level, or else the next one above it that there is. */
export function organFor(kind: 'market' | 'police' | 'procuratorate', region: string): Agency | undefined {
  for (let code: string | null = region; code !== null; code = regionByCode(code)?.parent ?? null) {
    const found = byPlace.get(`${kind} ${code}`);
    if (found) return found;
  }
  return undefined;
}

/** Options of a field in which somebody chooses an agency. */
export const agencyOptions = (...kinds: readonly AgencyKind[]): readonly { readonly value: string; readonly label: Text }[] =>
  agencies.filter((a) => kinds.includes(a.kind)).map(({ id, name }) => ({ value: id, label: name }));
