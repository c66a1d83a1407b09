/** What an append must be before it may touch the record. Pure. */
import type { AppendRequest } from '../../domain/record/append.ts';
import { MalformedAppend } from './errors.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** @throws MalformedAppend */
export function checkAppend({ caseId, expectedSeq, head, commits, rows }: AppendRequest): void {
  const demand = (holds: boolean, what: string): void => {
    if (!holds) throw new MalformedAppend(`case ${caseId}: ${what}`);
  };
  demand(uuid.test(caseId), 'the case id is no UUID in lower case');
  demand(Number.isSafeInteger(expectedSeq) && expectedSeq >= 0, `expectedSeq ${expectedSeq} is no sequence number`);
  demand((expectedSeq === 0) === (head === ''), 'a head belongs to every sequence number but 0');
  demand(commits.length > 0, 'there is nothing to append');
  const commands = new Set<string>();
  let seq = expectedSeq;
  for (const { command, events } of commits) {
    demand(!commands.has(command), `command ${command} is there twice`);
    commands.add(command);
    demand(events.length > 0, `command ${command} has no event`);
    for (const event of events) {
      seq += 1;
      demand(event.seq === seq, `event ${event.seq} stands where ${seq} should`);
      demand(event.command === command, `event ${event.seq} names another command than its commit`);
      // The hash covers this text, and only this form comes back from the database as it went in.
      demand(instant.test(event.at) && !Number.isNaN(Date.parse(event.at)), `event ${event.seq} has no instant in UTC with milliseconds`);
    }
  }
  demand(rows.case.id === caseId && rows.case.seq === seq, 'the case row is not that of the last event');
}
