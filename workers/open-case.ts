/** Opens a case that another case asks for: its id follows from who asks, so that it is opened once however often it is tried. */
import type { OpenCase } from '../activities/between-cases.ts';
import type { EngineClient } from '../api/engine/client.ts';
import { contentDigest, startedCaseId } from '../api/engine/ids.ts';
import { calendarLatelyInForce } from '../db/calendars.ts';
import { definitionByHash, latestDefinition, type RegisteredDefinition } from '../db/definitions.ts';
import type { Database } from '../db/pool.ts';
import { caseRef } from '../db/queries/case-ref.ts';
import { limitsInForce } from '../db/queries/limits.ts';
import { agencyById } from '../domain/authority/agencies.ts';
import type { Command } from '../domain/engine/commands.ts';
import type { CaseRef } from '../domain/engine/state.ts';
import { decide } from '../domain/engine/decide.ts';
import type { Json } from '../domain/json.ts';

const pinned = async (database: Database, hash: string): Promise<RegisteredDefinition> => ({ hash, model: await definitionByHash(database, hash) });
const refOf = ({ caseId, process, number, title }: CaseRef): CaseRef => ({ caseId, process, number, title });

export const openCase = (database: Database, engine: Pick<EngineClient, 'send'>): OpenCase => async (from, opening, at) => {
  const id = `opening-${from.caseId}-${opening.id}`;
  const caseId = startedCaseId(id);
  const opened = async (): Promise<{ readonly ok: true; readonly child: NonNullable<Awaited<ReturnType<typeof caseRef>>> } | null> => {
    const child = await caseRef(database, caseId);
    return child && { ok: true, child };
  };
  const earlier = await opened();
  if (earlier) return earlier;
  const { split } = opening;
  const [definition, { no: calendarNo, calendar }, limits] = await Promise.all([
    split ? pinned(database, split.hash) : latestDefinition(database, opening.process), calendarLatelyInForce(database), split ? (split.limits ?? {}) : limitsInForce(database, opening.process),
  ]);
  if (definition === null) return { ok: false, code: 'process.not-found' };
  const command: Command = {
    id, actor: { kind: 'system', id: `case:${from.caseId}` },
    body: {
      type: 'start', caseId, hash: definition.hash, agency: opening.agency, region: agencyById(opening.agency)?.region ?? '', data: opening.data,
      ...(split ? { split: { ...split, from: refOf(from) }, receivedAt: split.receivedAt } : { parent: from }),
      ...(Object.keys(limits).length > 0 ? { limits } : {}),
    },
  };
  // Before there is a workflow: a start that is refused leaves nothing anywhere.
  const decision = decide(definition.model, null, command, { now: at, calendar, calendarNo });
  if (!decision.ok) return { ok: false, code: decision.rejection.code };
  const digest = contentDigest(command.body as unknown as Json);
  const sent = await engine.send({ caseId, process: opening.process, hash: definition.hash, calendarNo }, { command, digest }, 'start');
  const now = await opened();
  if (now) return now;
  if (sent.kind === 'rejected') return { ok: false, code: sent.rejection.code };
  throw new Error(`case ${caseId} is not open yet: ${sent.kind}`);
};
