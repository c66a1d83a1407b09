import type { CaseState } from '../engine/state.ts';

/** 待办环节: a task that is open once a command has acted. */
export interface OpenTask { readonly task: number; readonly node: string }

/** Of thousands of receipts nobody wants to be told in the answer to one. */
const most = 20;

/** What there is to do next: told to whoever has just acted, who else would have to look. */
export function openTasks({ tasks }: Pick<CaseState, 'tasks'>): readonly OpenTask[] {
  const open: OpenTask[] = [];
  for (const id in tasks) {
    const task = tasks[id];
    if (task) open.push({ task: task.id, node: task.node });
    if (open.length === most) break;
  }
  return open;
}
