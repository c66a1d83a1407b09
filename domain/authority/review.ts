/** 行政复议机关: who is asked to review what an agency has done, after 行政复议法 (2023) §§24–25, whose text was not at hand (依据待核): to be looked up before use. */
import { agencies } from './agencies.ts';
import { fullRegionName, regionByCode } from './regions.ts';

const unknown = '有管辖权的行政复议机关';

/** @param issuer name of the agency, as it stands on its documents */
export function reviewAuthority(issuer: string): string {
  const agency = agencies.find((a) => a.name.zh === issuer);
  if (!agency || (agency.kind !== 'market' && agency.kind !== 'department' && agency.kind !== 'government')) return unknown;
  const region = regionByCode(agency.region);
  // A department of the State Council, and the government of a province, review what they have done themselves.
  if (!region || region.level === 'country' || (agency.kind === 'government' && region.level === 'province')) return agency.name.zh;
  // The government to which the agency belongs; the regulators of the districts of Shenzhen are branches of the city's.
  const branch = region.level === 'county' && region.parent === '440300' ? regionByCode(region.parent) : undefined;
  return agency.kind === 'government' ? unknown : `${fullRegionName(branch ?? region).zh}人民政府`;
}
