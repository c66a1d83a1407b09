/** Commands that a worker itself sends to cases, for walks over many of them: by the same road as those of people. */
import type { SendToCase } from '../activities/case-walk.ts';
import type { EngineClient } from '../api/engine/client.ts';
import { contentDigest } from '../api/engine/ids.ts';
import type { Database } from '../db/pool.ts';
import { findCommand } from '../db/record/read.ts';
import { unseenBy } from '../db/record/unseen.ts';
import type { Json } from '../domain/json.ts';

export const sendToCase = (database: Database, engine: Pick<EngineClient, 'send' | 'ready'>): SendToCase => async (head, command) => {
  const acted = async (): Promise<{ readonly kind: 'done'; readonly seq: number } | null> => {
    const found = await findCommand(database, head.id, command.id);
    return found ? { kind: 'done', seq: found.lastSeq } : null;
  };
  const earlier = await acted();
  if (earlier) return earlier;
  const target = { caseId: head.id, process: head.process, hash: head.hash };
  const unseen = await unseenBy(database, { caseId: head.id, seq: head.seq });
  const message = { command, digest: contentDigest(command.body as unknown as Json), ...(unseen ? { unseen } : {}) };
  let sent = await engine.send(target, message, 'act');
  // No execution: the case lives in its record, and goes on from there.
  if (sent.kind === 'missing') sent = await engine.send(target, message, 'resume');
  switch (sent.kind) {
    case 'done':
      return { kind: 'done', seq: sent.seq };
    case 'rejected':
      // It may be refused on what it has itself brought about, where its first answer was lost.
      return (await acted()) ?? { kind: 'rejected', rejection: sent.rejection };
    default: {
      const late = await acted();
      if (late) return late;
      if (!(await engine.ready())) throw new Error('Temporal cannot be reached');
      return { kind: 'unanswered' };
    }
  }
};
