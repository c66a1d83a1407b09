/** 内部时限: shown to officers, changed by administrators of the province, for cases that start afterwards. */
import { randomUUID } from 'node:crypto';
import { changeLimitSchema, clockParamsSchema, limitHistorySchema, limitListSchema, limitSchema, type LimitView } from '../../contracts/limits.ts';
import { latestDefinition, latestDefinitions } from '../../db/definitions.ts';
import { allLimitsInForce, limitHistory, limitsInForce, writeLimitChange } from '../../db/queries/limits.ts';
import { maySeeLimits, maySetLimits } from '../../domain/authority/panel-policy.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { configurableLimits, isLimit, type ConfigurableLimit, type InternalLimits } from '../../domain/model/limits.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { commandId, startedCaseId } from '../engine/ids.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';

const view = (model: ProcessDefinition, { clock, standard }: ConfigurableLimit, limits: InternalLimits): LimitView => ({
  process: model.key, processName: model.name, clock: clock.id, name: clock.name, standard, inForce: limits[clock.id]?.budget ?? standard, version: limits[clock.id]?.version ?? 0,
});

export const limitsRoute = route(
  { method: 'GET', path: '/settings/limits', access: 'signed-in', tag: 'settings', summary: '内部时限 · Limits that no law sets, of all processes', answer: limitListSchema, problems: ['forbidden'] },
  async ({ viewer }, { database }) => {
    if (!maySeeLimits(viewer)) throw new ProblemError('forbidden');
    const [definitions, inForce] = await Promise.all([latestDefinitions(database), allLimitsInForce(database)]);
    return ok({ items: definitions.flatMap(({ model }) => configurableLimits(model).map((limit) => view(model, limit, inForce(model.key)))), changeable: maySetLimits(viewer) });
  },
);

export const limitHistoryRoute = route(
  { method: 'GET', path: '/settings/limits/:process/:clock/changes', access: 'signed-in', tag: 'settings', summary: '时限调整记录 · Who changed it, when and why', params: clockParamsSchema, answer: limitHistorySchema, problems: ['forbidden'] },
  async ({ viewer, params: { process, clock } }, { database }) => {
    if (!maySeeLimits(viewer)) throw new ProblemError('forbidden');
    const rows = await limitHistory(database, process, clock);
    return ok({ items: rows.map(({ version, old, new: to, reason, byName, at }) => ({ version, old, new: to, reason, by: byName, at })) });
  },
);

export const changeLimitRoute = route(
  {
    method: 'POST', path: '/settings/limits/:process/:clock', access: 'signed-in', tag: 'settings', summary: '调整内部时限 · Change a limit, for cases that start from now on', params: clockParamsSchema, body: changeLimitSchema, answer: limitSchema,
    problems: ['forbidden', 'process.not-found', 'limit.unknown', 'limit.changed', 'form.invalid'],
  },
  async ({ viewer, key, params: { process, clock }, body: { amount, unit, reason, version } }, { database }) => {
    if (!maySetLimits(viewer)) throw new ProblemError('forbidden');
    const definition = await latestDefinition(database, process);
    if (definition === null) throw new ProblemError('process.not-found', { params: { process } });
    const limit = configurableLimits(definition.model).find((l) => l.clock.id === clock);
    if (!limit) throw new ProblemError('limit.unknown');
    if (!isLimit({ amount, unit })) throw new ProblemError('form.invalid', { fields: [{ field: 'amount', code: 'too-large' }] });
    const before = await limitsInForce(database, process);
    // What was never there cannot have been looked at.
    if (version > (before[clock]?.version ?? 0)) throw new ProblemError('limit.changed');
    const id = key === null ? randomUUID() : startedCaseId(`limit ${commandId(viewer.id, key)}`);
    const written = await writeLimitChange(database, {
      id, process, clock, version: version + 1, old: before[clock]?.budget ?? limit.standard, new: { amount, unit }, reason, by: { id: viewer.id, name: viewer.name }, at: instantOf(Date.now()),
    });
    if (!written) throw new ProblemError('limit.changed');
    return ok(view(definition.model, limit, await limitsInForce(database, process)));
  },
);
