import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../domain/model/check.ts';
import { shownOf } from '../test/support/shown.ts';
import { proofOf } from '../test/support/tables.ts';
import { pagePath, renderProcessPage } from './document.ts';
import { definitions } from './registry.ts';

it('there are processes, each with a key of its own', () => {
  expect(definitions.length).toBeGreaterThan(0);
  expect(new Set(definitions.map((d) => d.key)).size).toBe(definitions.length);
});

describe.each(definitions.map((d) => [d.key, d] as const))('%s', (_key, definition) => {
  const page = renderProcessPage(definition, proofOf(shownOf(definition.key)));
  it('may be registered', () => expect(checkDefinition(definition)).toEqual([]));
  it('its page in docs is current (npx banjie docs writes it)', async () => {
    expect(page).toBe(await readFile(new URL(`../${pagePath(definition)}`, import.meta.url), 'utf8'));
  });
  it('its page names every step, outcome, limit, article and field', () => {
    const missing = [
      ...definition.nodes.filter((n) => n.type === 'userTask').flatMap((n) => [n.name.zh, n.name.en, ...n.outcomes.map((o) => o.name.zh)]),
      ...Object.values(definition.outcomes).flatMap((o) => [o.zh, o.en]),
      ...definition.clocks.flatMap((c) => [c.name.zh, ...c.rules.map((r) => (r.basis.internal ? '内部时限' : r.basis.instrument.zh))]),
      ...Object.values(definition.fields).map((f) => f.label.zh),
    ].filter((words) => !page.includes(words));
    expect(missing).toEqual([]);
    expect(page).not.toMatch(/undefined|\[object/);
  });
});
