/**
 * 不动流程的办理: what moves no token and touches no clock asks nothing of the execution of a case, only of its record. Such a command may be appended
 * without it (docs/adr/0052); the execution learns of it with the next command that concerns it.
 */
import type { CommandBody } from './commands.ts';
import type { CaseEvent, CaseEventBody } from './events.ts';

const commands: ReadonlySet<CommandBody['type']> = new Set(['claim', 'release', 'comment', 'urge', 'copy', 'read-copy']);
const events: ReadonlySet<CaseEventBody['type']> = new Set(['task.claimed', 'task.released', 'comment.added', 'task.urged', 'case.copied', 'copy.read']);

/** It may turn out not to be: time acts before every command, and what was due then asks much of the execution. */
export const mayBeQuiet = ({ type }: CommandBody): boolean => commands.has(type);

/** Only events by which an execution sets no timer, runs no service, tells no other case and does not end. */
export const isQuietType = (type: CaseEventBody['type']): boolean => events.has(type);
export const areQuiet = (decided: readonly CaseEvent[]): boolean => decided.every(({ body }) => isQuietType(body.type));
