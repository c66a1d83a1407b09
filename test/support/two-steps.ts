/**
 * Commands that begin an execution, for a server without update-with-start (the time-skipping one): the execution is started, then the Update is sent.
 * Both go out under the ids that they have anyway, so that the whole may be repeated after either; an execution that never gets its first command
 * ends by itself (startWait in workflows/case-workflow.ts).
 */
import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { EngineClient } from '../../api/engine/client.ts';
import { freshCase, resumedCase } from '../../workflows/messages.ts';

export const inTwoSteps = (engine: EngineClient, client: Client, taskQueue: string): EngineClient => ({
  ...engine,
  send: async (target, message, manner) => {
    const { caseId, process, hash, calendarNo } = target;
    if (manner !== 'act') {
      try {
        await client.workflow.start(process, { workflowId: caseId, taskQueue, args: manner === 'start' ? freshCase(caseId, hash, calendarNo) : resumedCase(caseId, hash) });
      } catch (error) {
        if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
      }
    }
    return engine.send(target, message, 'act');
  },
});
