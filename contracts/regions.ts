/** 行政区划 that people choose from: the country, Guangdong, its prefectures and counties. */
export { fullRegionName, regions } from '../domain/authority/regions.ts';
