/** 办理动作: one route for each entry of the tables in contracts/actions.ts. */
import { z } from 'zod';
import { caseActions, moreCaseActions, signingActions, taskActions, type CaseAction, type MoreCaseAction, type SigningAction, type TaskAction } from '../../contracts/actions.ts';
import { receiptSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import type { ProblemCode } from '../../contracts/problems.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { Text } from '../../domain/text.ts';
import type { Database } from '../../db/pool.ts';
import type { PersonInPost } from '../../domain/engine/state.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { named, peopleNamedIn, personInPost } from '../engine/directory.ts';
import { act } from '../engine/perform.ts';
import { route, type Route } from '../http/route.ts';

const common = { method: 'POST', access: 'signed-in', answer: receiptSchema, statuses: [200, 202] } as const;
const always: readonly ProblemCode[] = ['case.not-found', 'case.closed', 'idempotency.conflict', 'engine.unavailable', 'busy'];
const managing: readonly ProblemCode[] = [...always, 'forbidden.manage', 'case.suspended', 'case.not-suspended'];
const taking: readonly ProblemCode[] = [...always, 'task.not-found', 'task.claimed-by-other', 'task.not-yours', 'forbidden.pool', 'forbidden.separation', 'forbidden.designated'];
const completing: readonly ProblemCode[] = [
  ...taking, 'case.suspended', 'outcome.unknown', 'form.invalid', 'model.no-flow', 'model.expression', 'model.no-pool', 'model.too-many-steps',
  'task.waits', 'task.delegated', 'clock.too-late', 'forbidden.recused',
];
const handing: readonly ProblemCode[] = [...taking, 'forbidden.manage', 'forbidden.recused', 'forbidden.party', 'task.not-eligible', 'task.delegated', 'person.unknown', 'signing.unknown-pool'];
const returning: readonly ProblemCode[] = [...completing, 'forbidden.party', 'task.side', 'return.not-done', 'return.not-here', 'return.not-sound', 'return.signed'];
const delegated: readonly ProblemCode[] = [...completing, 'task.not-delegated', 'task.acted'];

const caseParams = z.object({ caseId: caseIdSchema });
/** Numbers of tasks are 32-bit integers in the database. */
const taskParams = caseParams.extend({ task: z.coerce.number().int().min(0).max(2_147_483_647) });

interface Action<B extends z.ZodType> { readonly name: Text; readonly body: B }

const signing: readonly ProblemCode[] = [...managing, 'signing.not-open', 'signing.no-vote', 'signing.no-seat', 'signing.voted', 'signing.unknown-pool', 'outcome.unknown'];

/** What the client asked for of this case, as a command; people whom it names are looked up in the directory. */
type Make<A extends readonly unknown[]> = (...asked: [...A, Database, string]) => CommandBody | Promise<CommandBody>;
const sent = (action: string, target: Json, body: unknown): Json => ({ action, target, body: body as Json });

const caseAction = <B extends z.ZodType>(action: CaseAction | MoreCaseAction | SigningAction, { name, body }: Action<B>, command: Make<[z.output<B>]>, problems = managing): Route =>
  route(
    { ...common, path: `/cases/:caseId/actions/${action}`, tag: 'actions', summary: `${name.zh} · ${name.en} (case)`, params: caseParams, body, problems },
    async ({ viewer, key, params, body: asked }, dependencies) =>
      act(dependencies, viewer, key, params.caseId, await command(asked, dependencies.database, params.caseId), sent(action, null, asked)),
  );

const taskAction = <B extends z.ZodType>(action: TaskAction, { name, body }: Action<B>, problems: readonly ProblemCode[], command: Make<[number, z.output<B>]>): Route =>
  route(
    { ...common, path: `/cases/:caseId/tasks/:task/${action}`, tag: 'actions', summary: `${name.zh} · ${name.en} (task)`, params: taskParams, body, problems },
    async ({ viewer, key, params, body: asked }, dependencies) =>
      act(dependencies, viewer, key, params.caseId, await command(params.task, asked, dependencies.database, params.caseId), sent(action, params.task, asked)),
  );

const ofCases: Record<CaseAction, Route> = {
  comment: caseAction('comment', caseActions.comment, async ({ text, mentions }, database) => ({
    type: 'comment', text, ...(mentions?.length ? { mentions: await Promise.all([...new Set(mentions)].map((id) => personInPost(database, id))) } : {}),
  }), [...managing, 'mention.cannot-see', 'person.unknown']),
  suspend: caseAction('suspend', caseActions.suspend, ({ reason, basis }) => ({ type: 'suspend', reason, ...(basis ? { basis } : {}) })),
  resume: caseAction('resume', caseActions.resume, ({ comment }) => ({ type: 'resume', ...(comment ? { comment } : {}) })),
  terminate: caseAction('terminate', caseActions.terminate, ({ reason }) => ({ type: 'terminate', reason })),
};

const ofCasesToo: Record<MoreCaseAction, Route> = {
  withdraw: caseAction('withdraw', moreCaseActions.withdraw, ({ reason }) => ({ type: 'withdraw', reason }), [...always, 'withdraw.not-yours', 'withdraw.acted']),
  reclaim: caseAction('reclaim', moreCaseActions.reclaim, ({ node, reason }) => ({ type: 'reclaim', node, reason }), [...managing, 'reclaim.not-yours', 'reclaim.acted', 'return.not-done', 'return.not-sound']),
  recuse: caseAction('recuse', moreCaseActions.recuse, async ({ person, reason }, database) => ({ type: 'recuse', person: person === undefined ? null : await named(database, person), reason }),
    [...managing, 'forbidden.party', 'person.unknown']),
  copy: caseAction('copy', moreCaseActions.copy, async ({ to, text }, database) => ({
    type: 'copy', to: await Promise.all(to.map(async ({ pool, person }) => ({ pool, person: person === undefined ? null : await named(database, person) }))), ...(text ? { text } : {}),
  }), [...always, 'forbidden.party', 'signing.unknown-pool', 'person.unknown']),
  'read-copy': caseAction('read-copy', moreCaseActions['read-copy'], ({ copy }) => ({ type: 'read-copy', copy }), [...always, 'copy.not-found']),
  'retry-incident': caseAction('retry-incident', moreCaseActions['retry-incident'], ({ incident }) => ({ type: 'retry-incident', incident }),
    [...managing, 'forbidden.recused', 'case.merging', 'incident.not-found', 'form.invalid', 'message.not-awaited', 'model.no-flow', 'model.expression', 'model.no-pool', 'model.too-many-steps', 'signing.unknown-pool']),
  extend: caseAction('extend', moreCaseActions.extend, ({ clockNo, reason, budget }) => ({ type: 'extend', clockNo, reason, ...(budget ? { budget } : {}) }),
    [...managing, 'clock.not-found', 'clock.not-extendable', 'clock.over', 'clock.pending', 'clock.budget', 'forbidden.recused']),
};

const ofSigning: Record<SigningAction, Route> = {
  'change-vote': caseAction('change-vote', signingActions['change-vote'], ({ node, outcome, comment }) =>
    ({ type: 'change-vote', node, outcome, ...(comment ? { comment } : {}) }), signing),
  'add-signers': caseAction('add-signers', signingActions['add-signers'], ({ node, pools, reason }) => ({ type: 'add-signers', node, pools, reason }), signing),
  'remove-signer': caseAction('remove-signer', signingActions['remove-signer'], ({ node, seat, reason }) => ({ type: 'remove-signer', node, seat, reason }), signing),
};

const withPeople = async (database: Database, caseId: string, data: JsonObject): Promise<{ readonly people?: readonly PersonInPost[] }> => {
  const people = await peopleNamedIn(database, caseId, data);
  return people.length > 0 ? { people } : {};
};

const ofTasks: Record<TaskAction, Route> = {
  claim: taskAction('claim', taskActions.claim, taking, (task) => ({ type: 'claim', task })),
  release: taskAction('release', taskActions.release, taking, (task) => ({ type: 'release', task })),
  complete: taskAction('complete', taskActions.complete, completing, async (task, { outcome, data, comment }, database, caseId) =>
    ({ type: 'complete', task, outcome, data, ...(await withPeople(database, caseId, data)), ...(comment ? { comment } : {}) })),
  return: taskAction('return', taskActions.return, returning, (task, { to, policy, reason }) => ({ type: 'return', task, to, policy, reason })),
  transfer: taskAction('transfer', taskActions.transfer, handing, async (task, { to, pool, reason }, database) =>
    ({ type: 'transfer', task, to: to === undefined ? null : await personInPost(database, to), pool: pool ?? null, reason })),
  delegate: taskAction('delegate', taskActions.delegate, handing, async (task, { to, reason }, database) => ({ type: 'delegate', task, to: await personInPost(database, to), reason })),
  resolve: taskAction('resolve', taskActions.resolve, delegated, async (task, { data, comment }, database, caseId) => ({ type: 'resolve', task, data, ...(await withPeople(database, caseId, data)), ...(comment ? { comment } : {}) })),
  recall: taskAction('recall', taskActions.recall, delegated, (task) => ({ type: 'recall', task })),
  urge: taskAction('urge', taskActions.urge, [...taking, 'case.suspended', 'task.urged'], (task, { text }) => ({ type: 'urge', task, ...(text ? { text } : {}) })),
  'add-step': taskAction('add-step', taskActions['add-step'], [...handing, 'case.suspended', 'task.waits'], (task, body) => ({ type: 'add-step', task, ...body })),
};

export const actionRoutes: readonly Route[] = [...Object.values(ofCases), ...Object.values(ofCasesToo), ...Object.values(ofSigning), ...Object.values(ofTasks)];
