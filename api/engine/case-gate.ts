/**
 * Turns at one case: Temporal takes 10 Updates in flight per workflow and refuses the eleventh. The others wait here, in order, so that
 * fifty people who sign at once see no error. Two fewer than the limit leave room for a second API process and for timers.
 */
export const turnsPerCase = 8;

export interface CaseGate {
  /** Runs the work when it is this caller's turn. @returns null where it did not come until the deadline (milliseconds since the epoch) */
  readonly run: <T>(caseId: string, deadline: number, work: () => Promise<T>) => Promise<T | null>;
}

interface Queue { running: number; readonly waiting: ((turn: boolean) => void)[] }

export function caseGate(turns = turnsPerCase): CaseGate {
  const queues = new Map<string, Queue>();

  function enter(queue: Queue, deadline: number): Promise<boolean> {
    if (queue.running < turns) {
      queue.running += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        queue.waiting.splice(queue.waiting.indexOf(admit), 1);
        resolve(false);
      }, Math.max(0, deadline - Date.now()));
      const admit = (turn: boolean): void => {
        clearTimeout(timer);
        resolve(turn);
      };
      queue.waiting.push(admit);
    });
  }

  function leave(caseId: string, queue: Queue): void {
    const next = queue.waiting.shift();
    // The turn is handed on: `running` stays as it is.
    if (next) return next(true);
    queue.running -= 1;
    if (queue.running === 0) queues.delete(caseId);
  }

  return {
    run: async (caseId, deadline, work) => {
      let queue = queues.get(caseId);
      if (!queue) queues.set(caseId, (queue = { running: 0, waiting: [] }));
      if (!(await enter(queue, deadline))) return null;
      try {
        return await work();
      } finally {
        leave(caseId, queue);
      }
    },
  };
}
