/** Agencies and regions: small, known at start, the same for everybody who has signed in. */
import { agencyListSchema, listAgenciesQuerySchema, listRegionsQuerySchema, regionListSchema } from '../../contracts/register.ts';
import { agencies } from '../../domain/authority/agencies.ts';
import { territoryOf } from '../../domain/authority/policy.ts';
import { fullRegionName, regionByCode, regions, regionsIn } from '../../domain/authority/regions.ts';
import { ok, route } from '../http/route.ts';

const items = agencies.map(({ id, name, kind, region, superior }) => {
  const place = regionByCode(region);
  return { id, name, kind, region, regionName: place ? fullRegionName(place) : null, superior };
});

export const agenciesRoute = route(
  { method: 'GET', path: '/agencies', access: 'signed-in', tag: 'register', summary: '机关 · Agencies, by kind and region', query: listAgenciesQuerySchema, answer: agencyListSchema, cacheable: true },
  async ({ query: { kind, region, q } }) => {
    const territory = region === undefined ? '' : territoryOf(region);
    const word = q?.trim().toLowerCase() ?? '';
    const meets = (a: (typeof items)[number]): boolean =>
      (kind === undefined || a.kind === kind) && a.region.startsWith(territory) && (word === '' || a.name.zh.includes(word) || a.name.en.toLowerCase().includes(word));
    return ok({ items: items.filter(meets) });
  },
);

export const regionsRoute = route(
  { method: 'GET', path: '/regions', access: 'signed-in', tag: 'register', summary: '行政区划 · Regions of Guangdong (GB/T 2260)', query: listRegionsQuerySchema, answer: regionListSchema, cacheable: true },
  async ({ query: { parent } }) =>
    ok({ items: (parent === undefined ? regions : regionsIn(parent)).map(({ code, name, level, parent: around }) => ({ code, name, level, parent: around })) }),
);
