/** Messages to other cases (案间消息): a case tells another what that one waits for. Delivered under the name of the job, so that each case hears it once. */
import { linkedCases } from '../../db/queries/links.ts';
import type { Database } from '../../db/pool.ts';
import { findCaseHead } from '../../db/record/read.ts';
import { isRelation } from '../../domain/engine/events.ts';
import type { JsonObject } from '../../domain/json.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import type { SendToCase } from '../case-walk.ts';
import type { Run } from './run.ts';

/** Cases that one message goes to at most. */
const most = 200;

type Told = ServiceResult<'message.send'>;
const refused = (reason: string): Told => ({ ok: false, reason, delivered: 0 });

/** @throws where `message.deliver` finds a case that does not wait for the message yet: the job is tried again */
export const sendMessage = (send: SendToCase, service: 'message.send' | 'message.deliver'): Run => async (database, request) => {
  const { to, message, data } = services[service].parse(request.input);
  if (to === null) return refused('no-such-case');
  const targets = to === 'self' ? [request.caseId] : isRelation(to) ? await linkedCases(database, request.caseId, to, most + 1) : [to];
  if (targets.length > most) return refused('too-many');
  if (targets.length === 0) return refused('no-such-case');
  let delivered = 0;
  let reason: string | null = null;
  for (const target of targets) {
    const why = await sendOne(database, send, target, { id: `message-${request.caseId}-${request.job}`, from: request.caseId, message, data });
    if (why === 'message.not-awaited' && service === 'message.deliver') throw new Error(`case ${target} does not wait for "${message}" yet`);
    if (why === null) delivered += 1;
    else reason ??= why;
  }
  return { ok: delivered > 0, reason, delivered } satisfies Told;
};

/** Messages under way at once. */
const atOnce = 4;

export const sendEach = (send: SendToCase): Run => async (database, request) => {
  const { message, each } = services['message.send-each'].parse(request.input);
  const queue = [...each];
  const failed: string[] = [];
  let reason: string | null = null;
  const work = async (): Promise<void> => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const why = await sendOne(database, send, one.to, { id: `message-${request.caseId}-${request.job}`, from: request.caseId, message, data: one.data });
      if (why === null) continue;
      failed.push(one.to);
      reason ??= why;
    }
  };
  // All of them have come to rest before one that failed is told of: none goes on beside the next attempt.
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
  const broken = ends.find((e) => e.status === 'rejected');
  if (broken) throw broken.reason;
  return { ok: failed.length === 0, reason, delivered: each.length - failed.length, failed: failed.sort() } satisfies ServiceResult<'message.send-each'>;
};

interface Sent { readonly id: string; readonly from: string; readonly message: string; readonly data: JsonObject }

/** @returns why the other case did not take it; null where it did. @throws where it has not answered: the job is tried again */
export async function sendOne(database: Database, send: SendToCase, target: string, { id, from, message, data }: Sent): Promise<string | null> {
  const head = await findCaseHead(database, target);
  if (head === null) return 'no-such-case';
  const result = await send(head, { id, actor: { kind: 'system', id: `case:${from}` }, body: { type: 'message', message, data } });
  if (result.kind === 'unanswered') throw new Error(`case ${target} has not answered yet`);
  return result.kind === 'rejected' ? result.rejection.code : null;
}
