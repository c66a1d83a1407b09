/** 信号广播: what the walk does to each case that waits for the signal (case-walk.ts). A case is told once; one that no longer waits is passed over. */
import { requestWalk } from '../db/queries/case-walks.ts';
import { sha256 } from '../db/record/append.ts';
import { services, type ServiceResult } from '../domain/model/services.ts';
import type { JsonObject } from '../domain/json.ts';
import { canonicalJson } from '../domain/record/canonical-json.ts';
import type { CaseWalk } from '../db/queries/case-walks.ts';
import type { SendToCase, Visitor } from './case-walk.ts';
import type { Run } from './services/run.ts';

interface SignalInput { readonly signal: string; readonly data: JsonObject; readonly from: string }
const inputOf = (walk: CaseWalk): SignalInput => walk.input as unknown as SignalInput;

/** What broadcasting needs of the worker: a name for the walk that follows from the job, and somebody who begins it. */
export interface Broadcast { readonly walkId: (caseId: string, job: number) => string; readonly begin: (walk: string) => Promise<void> }

export const broadcastSignal = ({ walkId, begin }: Broadcast): Run => async (database, { caseId, job, input: given }) => {
  const { signal, data } = services['signal.broadcast'].parse(given);
  const input = { signal, data, from: caseId };
  const { id } = await requestWalk(database, {
    id: walkId(caseId, job), kind: 'signal', subject: signal, input, digest: sha256(canonicalJson(input)), dryRun: false,
    requestedBy: { kind: 'person', id: `case:${caseId}`, name: caseId, pools: [] }, requestedAt: new Date().toISOString(),
  });
  await begin(id);
  return { ok: true, reason: null, walk: id } satisfies ServiceResult<'signal.broadcast'>;
};

export const signalVisitor = (send: SendToCase): Visitor => ({
  cases: (walk) => ({ awaits: { kind: 'signal', name: inputOf(walk).signal } }),
  visit: async (walk, head) => {
    const { signal, data, from } = inputOf(walk);
    const result = await send(head, { id: `signal-${walk.id}`, actor: { kind: 'system', id: `case:${from}` }, body: { type: 'signal', signal, data } });
    if (result.kind === 'unanswered') return { outcome: 'unanswered', detail: null };
    if (result.kind === 'done') return { outcome: 'done', detail: null };
    const { code } = result.rejection;
    return { outcome: code === 'message.not-awaited' || code === 'case.closed' ? 'skipped' : 'refused', detail: { code } };
  },
});
