/** 办理动作: one route for each entry of the tables in contracts/actions.ts. */
import { z } from 'zod';
import { caseActions, signingActions, taskActions, type CaseAction, type SigningAction, type TaskAction } from '../../contracts/actions.ts';
import { receiptSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import type { ProblemCode } from '../../contracts/problems.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { Text } from '../../domain/text.ts';
import { act } from '../engine/perform.ts';
import { route, type Route } from '../http/route.ts';

const common = { method: 'POST', access: 'signed-in', answer: receiptSchema, statuses: [200, 202] } as const;
const always: readonly ProblemCode[] = ['case.not-found', 'case.closed', 'idempotency.conflict', 'engine.unavailable', 'busy'];
const managing: readonly ProblemCode[] = [...always, 'forbidden.manage', 'case.suspended', 'case.not-suspended'];
const taking: readonly ProblemCode[] = [...always, 'task.not-found', 'task.claimed-by-other', 'task.not-yours', 'forbidden.pool', 'forbidden.separation'];
const completing: readonly ProblemCode[] = [
  ...taking, 'case.suspended', 'outcome.unknown', 'form.invalid', 'model.no-flow', 'model.expression', 'model.no-pool', 'model.too-many-steps',
];

const caseParams = z.object({ caseId: caseIdSchema });
/** Numbers of tasks are 32-bit integers in the database. */
const taskParams = caseParams.extend({ task: z.coerce.number().int().min(0).max(2_147_483_647) });

interface Action<B extends z.ZodType> { readonly name: Text; readonly body: B }

const signing: readonly ProblemCode[] = [...managing, 'signing.not-open', 'signing.no-vote', 'signing.no-seat', 'signing.voted', 'signing.unknown-pool', 'outcome.unknown'];

const caseAction = <B extends z.ZodType>(action: CaseAction | SigningAction, { name, body }: Action<B>, command: (body: z.output<B>) => CommandBody, problems = managing): Route =>
  route(
    { ...common, path: `/cases/:caseId/actions/${action}`, tag: 'actions', summary: `${name.zh} · ${name.en} (case)`, params: caseParams, body, problems },
    ({ viewer, key, params, body: asked }, dependencies) => act(dependencies, viewer, key, params.caseId, command(asked)),
  );

const taskAction = <B extends z.ZodType>(action: TaskAction, { name, body }: Action<B>, problems: readonly ProblemCode[], command: (task: number, body: z.output<B>) => CommandBody): Route =>
  route(
    { ...common, path: `/cases/:caseId/tasks/:task/${action}`, tag: 'actions', summary: `${name.zh} · ${name.en} (task)`, params: taskParams, body, problems },
    ({ viewer, key, params, body: asked }, dependencies) => act(dependencies, viewer, key, params.caseId, command(params.task, asked)),
  );

const ofCases: Record<CaseAction, Route> = {
  comment: caseAction('comment', caseActions.comment, ({ text }) => ({ type: 'comment', text })),
  suspend: caseAction('suspend', caseActions.suspend, ({ reason, basis }) => ({ type: 'suspend', reason, ...(basis ? { basis } : {}) })),
  resume: caseAction('resume', caseActions.resume, ({ comment }) => ({ type: 'resume', ...(comment ? { comment } : {}) })),
  terminate: caseAction('terminate', caseActions.terminate, ({ reason }) => ({ type: 'terminate', reason })),
};

const ofSigning: Record<SigningAction, Route> = {
  'change-vote': caseAction('change-vote', signingActions['change-vote'], ({ node, outcome, comment }) =>
    ({ type: 'change-vote', node, outcome, ...(comment ? { comment } : {}) }), signing),
  'add-signers': caseAction('add-signers', signingActions['add-signers'], ({ node, pools, reason }) => ({ type: 'add-signers', node, pools, reason }), signing),
  'remove-signer': caseAction('remove-signer', signingActions['remove-signer'], ({ node, seat, reason }) => ({ type: 'remove-signer', node, seat, reason }), signing),
};

const ofTasks: Record<TaskAction, Route> = {
  claim: taskAction('claim', taskActions.claim, taking, (task) => ({ type: 'claim', task })),
  release: taskAction('release', taskActions.release, taking, (task) => ({ type: 'release', task })),
  complete: taskAction('complete', taskActions.complete, completing, (task, { outcome, data, comment }) =>
    ({ type: 'complete', task, outcome, data, ...(comment ? { comment } : {}) })),
};

export const actionRoutes: readonly Route[] = [...Object.values(ofCases), ...Object.values(ofSigning), ...Object.values(ofTasks)];
