/** Nothing of a process is left unshown: every outcome, every end and every ground is reached by a way, and every way is walked on the real parts. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shown, waysOverHttp, waysThroughDays } from '../test/support/shown.ts';
import { proofOf, specsOf } from '../test/support/tables.ts';
import { definitions } from './registry.ts';

it('of every process of the release', () => expect(shown.map(({ model }) => model.key).sort()).toEqual(definitions.map(({ key }) => key).sort()));

describe.each(shown.map((one) => [one.model.key, one] as const))('%s', (key, one) => {
  const proof = proofOf(one);
  it('every end, of the case and of its parts, and every ground is reached', () => {
    const missing = [...proof.outcomes, ...proof.ends, ...proof.grounds].filter(({ walks }) => !walks.some(({ places }) => places.includes('purely'))).map(({ id }) => id);
    expect(missing).toEqual([]);
  });
  it('every outcome is reached on the real parts, over HTTP or on the time-skipping server', () => {
    expect(proof.outcomes.filter(({ walks }) => !walks.some(({ places }) => places.includes('http') || places.includes('days'))).map(({ id }) => id)).toEqual([]);
  });
  it('a spec of its own asks for every outcome that it is said to reach', () => {
    const text = one.scenario ? readFileSync(new URL(`../${one.scenario.spec}`, import.meta.url), 'utf8') : '';
    expect((one.scenario?.outcomes ?? []).filter((o) => !new RegExp(`outcome: '${o}'|outcome\\)\\.toBe\\('${o}'|count\\('${o}'\\)`).test(text))).toEqual([]);
  });
  it('specs of its own go through the list of its ways', () => {
    const text = (spec: string | undefined): string => (spec === undefined ? '' : readFileSync(new URL(`../${spec}`, import.meta.url), 'utf8'));
    const { ownSpecs } = one;
    expect([text(ownSpecs?.http).includes('Object.values(application.walks).filter((way) => !lapsing.includes(way))'), text(ownSpecs?.days).includes('application.lapsing.map(')]).toEqual([ownSpecs !== undefined, ownSpecs !== undefined]);
  });
  it('its ways are walked by one spec each', () => {
    expect([specsOf(key, 'waysOverHttp').length, specsOf(key, 'waysThroughDays').length]).toEqual([waysOverHttp(key).length > 0 ? 1 : 0, waysThroughDays(key).length > 0 ? 1 : 0]);
  });
});
