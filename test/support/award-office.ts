/** The offices around a round of the quality award at work over HTTP: for the specs that take it through the real stack. */
import { expect } from 'vitest';
import { demoExperts } from '../../cli/demo/experts.ts';
import { demoPerson } from '../../cli/demo/people.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import { isUscc } from '../../domain/model/identifiers.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Answer } from './api.ts';
import { onDay } from '../../processes/walk.ts';

const patience = { timeout: 120_000, interval: 100 };
interface OpenTask { readonly task: number; readonly node: string; readonly pool: string }
// What the API answers is looked into freely.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Body = any;

export interface Office {
  readonly view: (caseId: string) => Promise<Body>;
  readonly start: (process: string, agency: string, by: string, data: JsonObject) => Promise<string>;
  /** Completes the open task of a step as soon as there is one. */
  readonly does: (by: string, caseId: string, step: string, outcome: string, data?: JsonObject) => Promise<void>;
  readonly isAt: (caseId: string, step: string) => Promise<void>;
  readonly closed: (caseId: string) => Promise<Body>;
  /** The period of every notice of the case is over. */
  readonly noticeIsOver: (caseId: string) => Promise<void>;
  /** A field as it stands in the record. */
  readonly data: (caseId: string) => Promise<JsonObject>;
  readonly experts: () => Promise<void>;
}

/** The API, asked as a demo person, and the database behind it. */
export interface OfficeApi {
  readonly get: (path: string, call: { readonly as: string }) => Promise<Pick<Answer, 'status' | 'body'>>;
  readonly post: (path: string, body: unknown, call: { readonly as: string }) => Promise<Pick<Answer, 'status' | 'body'>>;
  readonly shell: { readonly database: { readonly pool: { readonly query: (text: string, values: unknown[]) => Promise<unknown> } }; readonly state: (caseId: string) => Promise<{ readonly data: unknown }> };
}

export function openOffice(api: OfficeApi): Office {
  const today = dayOf(Date.now());
  const view: Office['view'] = async (caseId) => (await api.get(`/cases/${caseId}`, { as: 'supervisor' })).body;
  const open = async (caseId: string, step: string, by?: string): Promise<OpenTask> => {
    const someone = by === undefined ? undefined : demoPerson(by);
    let found: OpenTask | undefined;
    await expect.poll(async () => {
      const tasks = ((await view(caseId)).tasks as OpenTask[]).filter((t) => t.node === step);
      found = tasks.find((t) => someone && poolsOf(someone).includes(t.pool)) ?? (someone ? undefined : tasks[0]);
      return found;
    }, { ...patience, message: `step ${step} of ${caseId}` }).toBeDefined();
    return found as OpenTask;
  };
  return {
    view,
    start: async (process, agency, by, data) => {
      const answer = await api.post('/cases', { process, agency, data: onDay(data, today) }, { as: by });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body.caseId as string;
    },
    does: async (by, caseId, step, outcome, data = {}) => {
      const { task } = await open(caseId, step, by);
      const answer = await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome, data: onDay(data, today) }, { as: by });
      expect(answer.status, `${step}: ${JSON.stringify(answer.body)}`).toBe(200);
    },
    isAt: async (caseId, step) => void (await open(caseId, step)),
    closed: async (caseId) => {
      let found: Body;
      await expect.poll(async () => ((found = await view(caseId)).status), { ...patience, message: `${caseId} is closed` }).toBe('closed');
      return found;
    },
    noticeIsOver: async (caseId) => void (await api.shell.database.pool.query(`update publications set closes_at = now() - interval '1 second' where case_id = $1 and closes_at > now()`, [caseId])),
    data: async (caseId) => (await api.shell.state(caseId)).data as JsonObject,
    experts: async () => {
      for (const expert of demoExperts) expect((await api.post('/experts', expert, { as: 'tan' })).status).toBe(201);
    },
  };
}

/** So many at once; the machine has other work. */
export async function side<T>(items: readonly T[], atOnce: number, work: (item: T, i: number) => Promise<void>): Promise<void> {
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [i, item] of queue) await work(item, i);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Valid credit codes of enterprises that do not exist. */
export function inventedUscc(n: number): string {
  const base = `91440101MA${String(n).padStart(7, '0')}`;
  const code = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((c) => base + c).find(isUscc);
  if (code === undefined) throw new Error(base);
  return code;
}
