/**
 * 行政区划 of Guangdong by GB/T 2260, down to the county level, as they stand in the 2020s: 21 prefectures, 122 districts, county-level cities and
 * counties (Dongguan and Zhongshan have none). Compared with the 2022-10-31 edition of github modood/Administrative-divisions-of-China @57a0aa9.
 */
import { text, type Text } from '../text.ts';

export type RegionLevel = 'country' | 'province' | 'prefecture' | 'county';
export interface Region {
  readonly code: string;
  readonly name: Text;
  readonly level: RegionLevel;
  /** The region around it; null = the country. */
  readonly parent: string | null;
  /** As it stands in ids of agencies: letters only. */
  readonly slug: string;
  /** 简称, as case numbers begin with it. */
  readonly short: string;
}

/** One line per prefecture: code, name, English, slug, 简称 | its counties: last two digits, name, English. */
const table = `
4401 广州市 Guangzhou gz 穗 | 03荔湾区Liwan 04越秀区Yuexiu 05海珠区Haizhu 06天河区Tianhe 11白云区Baiyun 12黄埔区Huangpu 13番禺区Panyu 14花都区Huadu 15南沙区Nansha 17从化区Conghua 18增城区Zengcheng
4402 韶关市 Shaoguan shaoguan 韶 | 03武江区Wujiang 04浈江区Zhenjiang 05曲江区Qujiang 22始兴县Shixing 24仁化县Renhua 29翁源县Wengyuan 32乳源瑶族自治县Ruyuan 33新丰县Xinfeng 81乐昌市Lechang 82南雄市Nanxiong
4403 深圳市 Shenzhen sz 深 | 03罗湖区Luohu 04福田区Futian 05南山区Nanshan 06宝安区Baoan 07龙岗区Longgang 08盐田区Yantian 09龙华区Longhua 10坪山区Pingshan 11光明区Guangming
4404 珠海市 Zhuhai zhuhai 珠 | 02香洲区Xiangzhou 03斗门区Doumen 04金湾区Jinwan
4405 汕头市 Shantou shantou 汕 | 07龙湖区Longhu 11金平区Jinping 12濠江区Haojiang 13潮阳区Chaoyang 14潮南区Chaonan 15澄海区Chenghai 23南澳县Nanao
4406 佛山市 Foshan fs 佛 | 04禅城区Chancheng 05南海区Nanhai 06顺德区Shunde 07三水区Sanshui 08高明区Gaoming
4407 江门市 Jiangmen jiangmen 江 | 03蓬江区Pengjiang 04江海区Jianghai 05新会区Xinhui 81台山市Taishan 83开平市Kaiping 84鹤山市Heshan 85恩平市Enping
4408 湛江市 Zhanjiang zhanjiang 湛 | 02赤坎区Chikan 03霞山区Xiashan 04坡头区Potou 11麻章区Mazhang 23遂溪县Suixi 25徐闻县Xuwen 81廉江市Lianjiang 82雷州市Leizhou 83吴川市Wuchuan
4409 茂名市 Maoming maoming 茂 | 02茂南区Maonan 04电白区Dianbai 81高州市Gaozhou 82化州市Huazhou 83信宜市Xinyi
4412 肇庆市 Zhaoqing zhaoqing 肇 | 02端州区Duanzhou 03鼎湖区Dinghu 04高要区Gaoyao 23广宁县Guangning 24怀集县Huaiji 25封开县Fengkai 26德庆县Deqing 84四会市Sihui
4413 惠州市 Huizhou huizhou 惠 | 02惠城区Huicheng 03惠阳区Huiyang 22博罗县Boluo 23惠东县Huidong 24龙门县Longmen
4414 梅州市 Meizhou meizhou 梅 | 02梅江区Meijiang 03梅县区Meixian 22大埔县Dabu 23丰顺县Fengshun 24五华县Wuhua 26平远县Pingyuan 27蕉岭县Jiaoling 81兴宁市Xingning
4415 汕尾市 Shanwei shanwei 汕尾 | 02城区Chengqu 21海丰县Haifeng 23陆河县Luhe 81陆丰市Lufeng
4416 河源市 Heyuan heyuan 河 | 02源城区Yuancheng 21紫金县Zijin 22龙川县Longchuan 23连平县Lianping 24和平县Heping 25东源县Dongyuan
4417 阳江市 Yangjiang yangjiang 阳 | 02江城区Jiangcheng 04阳东区Yangdong 21阳西县Yangxi 81阳春市Yangchun
4418 清远市 Qingyuan qingyuan 清 | 02清城区Qingcheng 03清新区Qingxin 21佛冈县Fogang 23阳山县Yangshan 25连山壮族瑶族自治县Lianshan 26连南瑶族自治县Liannan 81英德市Yingde 82连州市Lianzhou
4419 东莞市 Dongguan dongguan 莞 |
4420 中山市 Zhongshan zhongshan 中 |
4451 潮州市 Chaozhou chaozhou 潮 | 02湘桥区Xiangqiao 03潮安区Chaoan 22饶平县Raoping
4452 揭阳市 Jieyang jieyang 揭 | 02榕城区Rongcheng 03揭东区Jiedong 22揭西县Jiexi 24惠来县Huilai 81普宁市Puning
4453 云浮市 Yunfu yunfu 云 | 02云城区Yuncheng 03云安区Yunan 21新兴县Xinxing 22郁南县Yunan 81罗定市Luoding
`;

const kindOfCounty: Readonly<Record<string, string>> = { 区: 'District', 县: 'County', 市: 'City' };

function county(prefecture: string, entry: string): Region {
  const [, digits = '', name = '', english = ''] = /^(\d\d)([^A-Z]+)([A-Z]\w+)$/.exec(entry) ?? [];
  const kind = name.endsWith('自治县') ? 'Autonomous County' : kindOfCounty[name.slice(-1)] ?? '';
  // 云安 and 郁南 are spelt alike; 城区 has no name but its kind.
  const slug = name === '郁南县' ? 'yunan-xian' : english.toLowerCase();
  return {
    code: `${prefecture}${digits}`, name: text(name, english === 'Chengqu' ? 'Urban District' : `${english} ${kind}`), level: 'county', parent: `${prefecture}00`, slug,
    short: name.replace(/(?:(?:瑶|壮)族)+自治县$/, '').replace(/(?<=..)[区县市]$/, ''),
  };
}

export const regions: readonly Region[] = [
  { code: '100000', name: text('中华人民共和国', 'China'), level: 'country', parent: null, slug: 'cn', short: '国' },
  { code: '440000', name: text('广东省', 'Guangdong'), level: 'province', parent: '100000', slug: 'gd', short: '粤' },
  ...table.trim().split('\n').flatMap((line): Region[] => {
    const [head = '', counties = ''] = line.split('|');
    const [code = '', zh = '', en = '', slug = '', short = ''] = head.trim().split(' ');
    const own: Region = { code: `${code}00`, name: text(zh, en), level: 'prefecture', parent: '440000', slug, short };
    return [own, ...counties.trim().split(' ').filter(Boolean).map((entry) => county(code, entry))];
  }),
];

const byCode: ReadonlyMap<string, Region> = new Map(regions.map((r) => [r.code, r]));
export const regionByCode = (code: string): Region | undefined => byCode.get(code);

/** Of the country, of Guangdong and below; codes of other provinces are known by their shape only (isRegion). */
export const regionsIn = (parent: string): readonly Region[] => regions.filter((r) => r.parent === parent);

/** 广州市天河区: with the prefecture before it where it is a district, as people write it. */
export function fullRegionName(region: Region): Text {
  const above = region.level === 'county' && region.name.zh.endsWith('区') ? byCode.get(region.parent ?? '') : undefined;
  return above ? text(`${above.name.zh}${region.name.zh}`, `${region.name.en}, ${above.name.en}`) : region.name;
}
