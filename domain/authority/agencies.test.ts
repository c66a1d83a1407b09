import { describe, expect, it } from 'vitest';
import { agencies, agencyById, agencyOptions, commonSuperior, organFor, superiorOf } from './agencies.ts';
import { fullRegionName, regionByCode, regions, regionsIn } from './regions.ts';

describe('the regions of Guangdong (GB/T 2260)', () => {
  it('are 21 prefectures with 122 districts, cities and counties, each under the prefecture of its code', () => {
    expect(regionsIn('440000')).toHaveLength(21);
    const counties = regions.filter((r) => r.level === 'county');
    expect(counties).toHaveLength(122);
    for (const { code, parent } of counties) expect(parent).toBe(`${code.slice(0, 4)}00`);
    expect(new Set(regions.map((r) => r.code)).size).toBe(regions.length);
    for (const { code, name, slug } of regions) expect([/^\d{6}$/.test(code), /^[a-z-]+$/.test(slug), /^[A-Z][\w ]+$/.test(name.en), /^[\u4e00-\u9fff]{2,}$/.test(name.zh)], code).toEqual([true, true, true, true]);
  });
  it.each([
    ['440106', '广州市天河区'], ['440232', '乳源瑶族自治县'], ['440781', '台山市'], ['441502', '汕尾市城区'], ['445322', '郁南县'], ['441900', '东莞市'],
  ])('%s is %s', (code, name) => expect(fullRegionName(regionByCode(code)!).zh).toBe(name));
  it('have no counties where there are none', () => expect([regionsIn('441900'), regionsIn('442000')]).toEqual([[], []]));
});

describe('the agencies', () => {
  it('have ids and heads of case numbers of their own: two series of numbers never meet', () => {
    expect(new Set(agencies.map((a) => a.id)).size).toBe(agencies.length);
    const heads = agencies.map((a) => a.numberHead).filter((head) => head !== '');
    expect(heads.length).toBeGreaterThan(200);
    expect(new Set(heads).size).toBe(heads.length);
    for (const { id } of agencies) expect(id).toMatch(/^[a-z-]+$/);
  });
  it('are regulators of every region, police and procuratorates of every prefecture', () => {
    expect(agencies.filter((a) => a.kind === 'market')).toHaveLength(regions.length);
    expect(agencies.filter((a) => a.kind === 'police')).toHaveLength(22);
    expect(agencies.filter((a) => a.kind === 'procuratorate')).toHaveLength(22);
  });
  it('each stand under one that exists, up to one that stands under none', () => {
    for (const agency of agencies) {
      let at: string | null = agency.superior;
      for (let steps = 0; at !== null; steps++) {
        expect([at, agencyById(at)?.id, steps < 4]).toEqual([at, at, true]);
        at = agencyById(at)?.superior ?? null;
      }
    }
  });
  it('are called as officers call them', () => {
    const named = (id: string) => [agencyById(id)?.name.zh, agencyById(id)?.numberHead, superiorOf(id)?.id];
    expect(named('gz-amr')).toEqual(['广州市市场监督管理局', '穗市监', 'gd-amr']);
    expect(named('gz-tianhe-amr')).toEqual(['广州市天河区市场监督管理局', '穗天河市监', 'gz-amr']);
    expect(named('huizhou-huidong-amr')).toEqual(['惠东县市场监督管理局', '惠东市监', 'huizhou-amr']);
    expect(named('sz-luohu-amr')).toEqual(['深圳市市场监督管理局罗湖监管局', '深罗湖市监', 'sz-amr']);
    expect(named('fs-police')).toEqual(['佛山市公安局', '佛公', 'gd-police']);
  });
  it('that dispute jurisdiction go to their common superior', () => {
    expect(commonSuperior('gz-tianhe-amr', 'gz-haizhu-amr')?.id).toBe('gz-amr');
    expect(commonSuperior('gz-tianhe-amr', 'fs-nanhai-amr')?.id).toBe('gd-amr');
    expect(commonSuperior('gz-tianhe-amr', 'gz-amr')?.id).toBe('gd-amr');
    expect(commonSuperior('gz-amr', 'gz-police')).toBeUndefined();
  });
  it('for a place: of its own level, or the next above', () => {
    expect(organFor('police', '440106')?.id).toBe('gz-police');
    expect(organFor('market', '440106')?.id).toBe('gz-tianhe-amr');
    expect(organFor('procuratorate', '440000')?.id).toBe('gd-procuratorate');
    expect(organFor('police', '110000')).toBeUndefined();
    expect(agencyOptions('police', 'procuratorate')).toHaveLength(44);
  });
});
