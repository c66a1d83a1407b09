/** Files the demo cases at the first start, over HTTP and as the people whose cases they are. What was filed before an interruption is not filed twice. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { caseViewSchema, receiptSchema, type CaseView } from '../../contracts/cases.ts';
import { caseLinksSchema } from '../../contracts/links.ts';
import { colleagueListSchema } from '../../contracts/work.ts';
import { dayOf, dayOfEpoch, epochDay } from '../../domain/calendar/civil-day.ts';
import type { JsonObject } from '../../domain/json.ts';
import { definitions } from '../../processes/registry.ts';
import { demoToken } from '../oidc/demo-token.ts';
import { messageOf } from '../stack/fault.ts';
import type { Progress } from '../stack/progress.ts';
import type { Stack } from '../stack/start.ts';
import { until } from '../stack/wait.ts';
import { demoCases } from './cases/index.ts';
import type { People } from './beside.ts';
import { numberOfThat, type DemoCase, type DemoStep } from './cases/types.ts';
import { demoExperts } from './experts.ts';
import { demoPeople } from './people.ts';

/** Kept in the home, so that a resumed filing repeats the same requests under the same keys. */
const stateSchema = z.object({ day: z.iso.date(), done: z.boolean() });
type State = z.infer<typeof stateSchema>;

const patience = 30_000;
/** Cases that are filed side by side: all at once, a small machine answers each of them too late. */
const atOnce = 12;
/** Sees every case. */
const overseer = 'supervisor';

/** Does nothing where the stack signs people in elsewhere, or where the cases are there. @throws Error that names what was refused */
export async function seedDemoCases({ plan, files, secrets }: Stack, progress: Progress): Promise<void> {
  if (plan.providerPort === null) return;
  const state = readState(files.seeded);
  if (state === 'by-others' || state?.done) return;
  const day = state?.day ?? dayOf(Date.now());
  writeState(files.seeded, { day, done: false });
  const api = connect(plan.url, (person) => demoToken(plan.environment.OIDC_ISSUER, secrets.provider.toolSecret, person));
  await enrol(api);
  const cases = demoCases((n) => dayOfEpoch(epochDay(day) + n));
  await Promise.all(demoExperts.map((expert, i) => api.post('tan', '/experts', expert, `demo-expert-${i}`)));
  await progress.step(`Demo cases: ${cases.length} at different stages`, async (note) => {
    let filed = 0;
    const standing = new Map<string, Promise<string>>();
    const begin = (it: DemoCase): Promise<string> => {
      const first = it.after && standing.get(it.after.key);
      if (it.after && !first) throw new Error(`${it.key} comes after ${it.after.key}, which is no demo case before it`);
      const filing = (async () => {
        const caseId = await file(it.after && first ? { ...it, data: numbered(it.data, await numberAt(await first, it.after.step, api)) } : it, api);
        note(`Demo cases: ${++filed} of ${cases.length}`);
        return caseId;
      })();
      standing.set(it.key, filing);
      return filing;
    };
    const queue = [...cases];
    const work = async (): Promise<void> => { for (let it = queue.shift(); it; it = queue.shift()) await begin(it); };
    await Promise.all(Array.from({ length: atOnce }, work));
  });
  writeState(files.seeded, { day, done: true });
}

/** 人员目录: whoever a step offers to be chosen (办案人员, 听证主持人) has signed in once. */
async function enrol(api: People): Promise<void> {
  const officials = demoPeople.filter(({ posts }) => posts.length > 0);
  await Promise.all(officials.map(({ id }) => api.get(id, '/me')));
  const known = async (id: string): Promise<void> => {
    const { items } = colleagueListSchema.parse(await api.get(id, '/me/colleagues'));
    const missing = officials.filter((p) => p.id !== id && p.posts.some((post) => officials.some((own) => own.id === id && own.posts.some(({ agency }) => agency === post.agency))) && !items.some((c) => c.id === p.id));
    if (missing.length > 0) throw new Error(`not in the directory: ${missing.map((p) => p.id).join(', ')}`);
  };
  await until(async () => { await Promise.all(officials.map(({ id }) => known(id))); }, { within: patience, every: 200 });
}

/** The number of a case, as soon as it is at the step or has been there. */
const numberAt = (caseId: string, step: string, api: People): Promise<string> => until(async () => {
  const { number, tasks, progress } = caseViewSchema.parse(await api.get(overseer, `/cases/${caseId}`));
  if (!tasks.some((t) => t.node === step) && !progress.some((s) => s.node === step && s.times > 0)) throw new Error(`not at ${step}`);
  return number ?? caseId;
}, { within: patience, every: 60 });
const numbered = (data: JsonObject, number: string): JsonObject => Object.fromEntries(Object.entries(data).map(([name, value]) => [name, value === numberOfThat ? number : value]));

/** @returns the id of the case */
async function file(demo: DemoCase, api: People): Promise<string> {
  const { process, key, starter, agency, data, steps } = demo;
  const { caseId } = receiptSchema.parse(await api.post(starter, '/cases', { process, agency, data }, `demo-${key}`));
  const timesTaken = new Map<string, number>();
  let turn: Turn = { name: '', round: 0, vote: 0 };
  const rounds = new Map<string, number>();
  for (const [i, step] of steps.entries()) {
    if ('doing' in step) {
      const times = timesTaken.get(`beside ${step.name}`) ?? 0;
      timesTaken.set(`beside ${step.name}`, times + 1);
      await step.doing(api, caseId, `demo-${key}-${i}`, times).catch((error: unknown) => {
        throw new Error(`${key}, ${step.name}: ${messageOf(error)}`, { cause: error });
      });
      continue;
    }
    const name = `${step.process ?? process} ${step.node}`;
    const before = timesTaken.get(name) ?? 0;
    timesTaken.set(name, before + 1);
    // Votes of one round follow each other; what comes after another step is a round of its own.
    turn = turn.name === name ? { ...turn, vote: turn.vote + 1 } : { name, round: rounds.get(name) ?? 0, vote: 0 };
    rounds.set(name, turn.round + 1);
    try {
      await take(caseId, demo, step, { ...turn, before }, `demo-${key}-${i}`, api);
    } catch (error) {
      throw new Error(`${key}, ${step.node}: ${messageOf(error)}`, { cause: error });
    }
  }
  return caseId;
}

interface Turn { readonly name: string; readonly round: number; readonly vote: number }
/** `before`: how often the step was taken when it is this one's turn. Taken more often, it was done before an interruption. */
type Place = Turn & { readonly before: number };

async function take(caseId: string, { process: own, starter, whoTakes }: DemoCase, { process, person, node, outcome, data }: DemoStep, place: Place, key: string, api: People): Promise<void> {
  // What comes between two steps of people (messages, publications, cases of other agencies) is done by the worker in its own time.
  const found = await until(async () => {
    const views: readonly CaseView[] = await Promise.all((process === undefined ? [caseId] : await linkedCases(caseId, process, api)).map(async (id) => caseViewSchema.parse(await api.get(overseer, `/cases/${id}`))));
    if (wasDone(views, process ?? own, node, place)) return 'done' as const;
    const view = views.find((v) => v.tasks.some((t) => t.node === node));
    const task = view?.tasks.find((t) => t.node === node);
    if (!view || !task) throw new Error(`not open; open are ${views.flatMap((v) => v.tasks.map((t) => t.node)).join(', ') || 'none'}`);
    return { task, in: view.id };
    // Looking through the cases of other agencies costs more, and these take longer to come about.
  }, { within: patience, every: process === undefined ? 60 : 300 });
  if (found === 'done') return;
  await api.post(person ?? whoTakes?.(node, found.task.pool) ?? starter, `/cases/${found.in}/tasks/${found.task.task}/complete`, { outcome, data: data ?? {} }, key);
}

/**
 * A step that several sign is done once a round, by a vote after the other. Where a case has led to several of one process (a transfer that was forwarded), the step was
 * taken in one after the other: what counts is how often it was done in all of them.
 */
function wasDone(views: readonly CaseView[], process: string, node: string, { before, round, vote }: Place): boolean {
  const times = views.reduce((sum, { progress }) => sum + (progress.find((s) => s.node === node)?.times ?? 0), 0);
  if (!definitions.some((d) => d.key === process && d.nodes.some((n) => n.id === node && n.type === 'userTask' && n.signing !== undefined))) return times > before;
  const votes = views.reduce((sum, { signings }) => sum + (signings.find((s) => s.node === node)?.seats.filter((s) => s.vote !== null).length ?? 0), 0);
  return times > round || (times === round && votes > vote);
}

/** Cases of a process that a case has led to. */
async function linkedCases(caseId: string, process: string, api: People): Promise<readonly string[]> {
  const { items } = caseLinksSchema.parse(await api.get(overseer, `/cases/${caseId}/links?depth=6`));
  return [...new Set(items.flatMap((link) => (link.case?.process === process ? [link.case.id] : [])))];
}

function connect(url: string, tokenFor: (person: string) => Promise<string>): People {
  const tokens = new Map<string, Promise<string>>();
  const ask = async (person: string, path: string, init: RequestInit): Promise<Response> => {
    const token = tokens.get(person) ?? tokenFor(person);
    tokens.set(person, token);
    return fetch(`${url}/api/v1${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${await token}` }, signal: AbortSignal.timeout(patience) });
  };
  // "Later" (202, 5xx) is asked again under the same key until it is done.
  const send = async (person: string, path: string, body: string, key: string, type: string): Promise<unknown> => {
    const response = await until(async () => {
      const answer = await ask(person, path, { method: 'POST', body, headers: { 'idempotency-key': key, 'content-type': type } });
      if (answer.status === 202 || answer.status >= 500) throw new Error(`${answer.status} ${await answer.text()}`);
      return answer;
    }, { within: patience, every: 200 });
    return accepted(response);
  };
  return {
    get: async (person, path) => accepted(await ask(person, path, {})),
    post: (person, path, body, key) => send(person, path, JSON.stringify(body), key, 'application/json'),
    upload: (person, path, text, key) => send(person, path, text, key, 'application/octet-stream'),
  };
}

async function accepted(response: Response): Promise<unknown> {
  if (response.ok) return response.json();
  throw new Error(`${response.status} ${(await response.text()).slice(0, 500)}`);
}

function readState(path: string): State | 'by-others' | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch {
    // Whoever wants a stack without demo cases leaves any other file there.
    return 'by-others';
  }
}

function writeState(path: string, state: State): void {
  writeFileSync(`${path}.new`, JSON.stringify(state));
  renameSync(`${path}.new`, path);
}
