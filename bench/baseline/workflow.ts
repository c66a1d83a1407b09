/** What bare Temporal can do: the same number of updates and the same data, no rules, no record, no database. */
import { allHandlersFinished, condition, defineUpdate, setHandler } from '@temporalio/workflow';

export const decideUpdate = defineUpdate<number, [object]>('decide');

export async function bareApproval(data: object, decisions: number): Promise<number> {
  const kept: object[] = [data];
  setHandler(decideUpdate, (decision) => kept.push(decision), {
    validator: (decision) => {
      if (Object.keys(decision).length === 0) throw new Error('nothing was decided');
    },
  });
  await condition(() => kept.length > decisions && allHandlersFinished());
  return kept.length;
}
