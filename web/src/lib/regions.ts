/** GB/T 2260 codes: Guangdong down to its counties, and the other provinces. Codes below those are shown as they are. */
import type { Text } from '../../../contracts/common.ts';
import { fullRegionName, regions } from '../../../contracts/regions.ts';

const otherProvinces: Readonly<Record<string, readonly [string, string]>> = {
  '110000': ['北京市', 'Beijing'], '120000': ['天津市', 'Tianjin'], '130000': ['河北省', 'Hebei'], '140000': ['山西省', 'Shanxi'],
  '150000': ['内蒙古自治区', 'Inner Mongolia'], '210000': ['辽宁省', 'Liaoning'], '220000': ['吉林省', 'Jilin'], '230000': ['黑龙江省', 'Heilongjiang'],
  '310000': ['上海市', 'Shanghai'], '320000': ['江苏省', 'Jiangsu'], '330000': ['浙江省', 'Zhejiang'], '340000': ['安徽省', 'Anhui'],
  '350000': ['福建省', 'Fujian'], '360000': ['江西省', 'Jiangxi'], '370000': ['山东省', 'Shandong'], '410000': ['河南省', 'Henan'],
  '420000': ['湖北省', 'Hubei'], '430000': ['湖南省', 'Hunan'], '450000': ['广西壮族自治区', 'Guangxi'],
  '460000': ['海南省', 'Hainan'], '500000': ['重庆市', 'Chongqing'], '510000': ['四川省', 'Sichuan'], '520000': ['贵州省', 'Guizhou'],
  '530000': ['云南省', 'Yunnan'], '540000': ['西藏自治区', 'Tibet'], '610000': ['陕西省', 'Shaanxi'], '620000': ['甘肃省', 'Gansu'],
  '630000': ['青海省', 'Qinghai'], '640000': ['宁夏回族自治区', 'Ningxia'], '650000': ['新疆维吾尔自治区', 'Xinjiang'], '710000': ['台湾省', 'Taiwan'],
  '810000': ['香港特别行政区', 'Hong Kong SAR'], '820000': ['澳门特别行政区', 'Macao SAR'],
};

const names: ReadonlyMap<string, Text> = new Map([
  ['100000', { zh: '全国', en: 'National' }],
  ...regions.filter((r) => r.level !== 'country').map((r) => [r.code, fullRegionName(r)] as const),
  ...Object.entries(otherProvinces).map(([code, [zh, en]]) => [code, { zh, en }] as const),
]);
const codes: ReadonlyMap<string, string> = new Map([...names].flatMap(([code, { zh, en }]) => [[zh, code], [en.toLowerCase(), code]] as const));

export const regionName = (code: string): Text | null => names.get(code) ?? null;
/** @returns the code of what somebody typed: a code that is known, or a name in full; null where it is neither */
export function regionOf(typed: string): string | null {
  const plain = typed.trim().replace(/^广东省(?=.)/, '');
  return names.has(plain) ? plain : codes.get(plain) ?? codes.get(plain.toLowerCase()) ?? null;
}
/** 地级市 of Guangdong, by which registers are looked into. */
export const cities: readonly { readonly code: string; readonly name: Text }[] = regions.filter((r) => r.level === 'prefecture').map(({ code, name }) => ({ code, name }));
/** Guangdong first, then the provinces: what a region field suggests. */
export const knownRegions: readonly string[] = [...names.keys()].sort((a, b) => Number(b.startsWith('44')) - Number(a.startsWith('44')) || a.localeCompare(b));
