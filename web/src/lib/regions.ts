/** GB/T 2260 codes that officers of Guangdong meet daily: the country, the provinces, and the cities of Guangdong. Names only; other codes are shown as they are. */
import type { Text } from '../../../contracts/common.ts';

const list: Readonly<Record<string, readonly [string, string]>> = {
  '100000': ['全国', 'National'],
  '110000': ['北京市', 'Beijing'], '120000': ['天津市', 'Tianjin'], '130000': ['河北省', 'Hebei'], '140000': ['山西省', 'Shanxi'],
  '150000': ['内蒙古自治区', 'Inner Mongolia'], '210000': ['辽宁省', 'Liaoning'], '220000': ['吉林省', 'Jilin'], '230000': ['黑龙江省', 'Heilongjiang'],
  '310000': ['上海市', 'Shanghai'], '320000': ['江苏省', 'Jiangsu'], '330000': ['浙江省', 'Zhejiang'], '340000': ['安徽省', 'Anhui'],
  '350000': ['福建省', 'Fujian'], '360000': ['江西省', 'Jiangxi'], '370000': ['山东省', 'Shandong'], '410000': ['河南省', 'Henan'],
  '420000': ['湖北省', 'Hubei'], '430000': ['湖南省', 'Hunan'], '440000': ['广东省', 'Guangdong'], '450000': ['广西壮族自治区', 'Guangxi'],
  '460000': ['海南省', 'Hainan'], '500000': ['重庆市', 'Chongqing'], '510000': ['四川省', 'Sichuan'], '520000': ['贵州省', 'Guizhou'],
  '530000': ['云南省', 'Yunnan'], '540000': ['西藏自治区', 'Tibet'], '610000': ['陕西省', 'Shaanxi'], '620000': ['甘肃省', 'Gansu'],
  '630000': ['青海省', 'Qinghai'], '640000': ['宁夏回族自治区', 'Ningxia'], '650000': ['新疆维吾尔自治区', 'Xinjiang'], '710000': ['台湾省', 'Taiwan'],
  '810000': ['香港特别行政区', 'Hong Kong SAR'], '820000': ['澳门特别行政区', 'Macao SAR'],
  '440100': ['广州市', 'Guangzhou'], '440200': ['韶关市', 'Shaoguan'], '440300': ['深圳市', 'Shenzhen'], '440400': ['珠海市', 'Zhuhai'],
  '440500': ['汕头市', 'Shantou'], '440600': ['佛山市', 'Foshan'], '440700': ['江门市', 'Jiangmen'], '440800': ['湛江市', 'Zhanjiang'],
  '440900': ['茂名市', 'Maoming'], '441200': ['肇庆市', 'Zhaoqing'], '441300': ['惠州市', 'Huizhou'], '441400': ['梅州市', 'Meizhou'],
  '441500': ['汕尾市', 'Shanwei'], '441600': ['河源市', 'Heyuan'], '441700': ['阳江市', 'Yangjiang'], '441800': ['清远市', 'Qingyuan'],
  '441900': ['东莞市', 'Dongguan'], '442000': ['中山市', 'Zhongshan'], '445100': ['潮州市', 'Chaozhou'], '445200': ['揭阳市', 'Jieyang'],
  '445300': ['云浮市', 'Yunfu'],
};

export const regionName = (code: string): Text | null => {
  const names = list[code];
  return names ? { zh: names[0], en: names[1] } : null;
};
/** Guangdong first, then the provinces: what a region field suggests. */
export const knownRegions: readonly string[] = Object.keys(list).sort((a, b) => Number(b.startsWith('44')) - Number(a.startsWith('44')) || a.localeCompare(b));
