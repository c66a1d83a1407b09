/** 关联来源案件: a case names by its number the one that it comes from. Both are told, each under a name that follows from the job, so that each hears it once. */
import { caseRef, findCaseByName } from '../../db/queries/case-ref.ts';
import type { Database } from '../../db/pool.ts';
import { findCaseHead } from '../../db/record/read.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import type { SendToCase } from '../case-walk.ts';
import type { Run } from './run.ts';

type Told = ServiceResult<'case.link'>;
const refused = (reason: string): Told => ({ ok: false, reason, caseId: null, title: null });
const by = { id: 'engine', name: '系统' };

export const linkCase = (send: SendToCase): Run => async (database, { caseId, job, input }) => {
  const { number, process, reason } = services['case.link'].parse(input);
  const [own, found] = await Promise.all([caseRef(database, caseId), findCaseByName(database, number)]);
  if (!own) throw new Error(`case ${caseId} is not in the record`);
  // Whoever fills in a number learns nothing of cases of other kinds.
  if (!found || found.ref.process !== process || found.ref.caseId === caseId) return refused('no-such-case');
  const { caseId: other, title } = found.ref;
  const id = `link-${caseId}-${job}`;
  const told = await tell(database, send, other, id, { type: 'linked', relation: 'lead', other: own, reason, by });
  if (told !== null) return refused(told);
  await tell(database, send, caseId, id, { type: 'linked', relation: 'lead-from', other: found.ref, reason, by });
  return { ok: true, reason: null, caseId: other, title } satisfies Told;
};

/** @returns why the case did not take it; null where it did. @throws where it has not answered: the job is tried again */
async function tell(database: Database, send: SendToCase, caseId: string, id: string, body: CommandBody): Promise<string | null> {
  const head = await findCaseHead(database, caseId);
  if (head === null) return 'no-such-case';
  const result = await send(head, { id, actor: { kind: 'system', id: 'engine' }, body });
  if (result.kind === 'unanswered') throw new Error(`case ${caseId} has not answered yet`);
  return result.kind === 'rejected' ? result.rejection.code : null;
}
