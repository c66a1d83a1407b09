/** What people do beside a project, without HTTP: for the time-skipping server, which has no API before it. */
import { randomUUID } from 'node:crypto';
import { move, settle } from '../../db/fund/post.ts';
import { drawsOfCase, revealDraw } from '../../db/queries/draws.ts';
import { findFund, fundPositionsOf } from '../../db/queries/funds.ts';
import { fileObjection, handleObjection } from '../../db/queries/objections.ts';
import { keepExpert } from '../../db/queries/experts.ts';
import { closePanel, handIn, panelsOfCase } from '../../db/queries/panels.ts';
import type { Database } from '../../db/pool.ts';
import { until } from './until.ts';
import type { Beside } from './walk-stack.ts';
import { fundId } from '../../processes/quality-fund/law.ts';

const now = (): string => new Date().toISOString();

export async function registerExperts(database: Database): Promise<void> {
  for (const [person, name, field] of [['shen', '沈知行', '质量管理'], ['gu', '顾言', '质量管理'], ['fan', '范思远', '计量检测']] as const) {
    await keepExpert(database, { id: randomUUID(), name, title: null, person, employer: '华南理工大学', employerUscc: null, region: '440000', fields: [field], phone: null, kin: [], advised: [], active: true }, now());
  }
}

/** Takes all that the fund has, and gives it back. */
export interface Blocker { readonly take: (leave?: bigint) => Promise<void>; readonly give: () => Promise<void> }
export function blocker(database: Database): Blocker {
  const caseId = randomUUID();
  let job = 0;
  return {
    take: async (leave = 0n) => {
      const available = (await findFund(database, fundId))?.available ?? 0n;
      const moved = await move(database, { fund: fundId, caseId, job: ++job, movement: { operation: 'reserve', amount: available - leave }, note: '占用', at: now() });
      if (!moved.ok) throw new Error(moved.reason);
    },
    give: async () => void (await settle(database, { caseId, job: ++job, note: '归还', at: now() })),
  };
}

/** @param publicationOf of the case, as it stands in its data */
export function besideInDatabase(database: Database, publicationOf: (caseId: string) => Promise<string>): Beside {
  const block = blocker(database);
  const score = (share: number) => async (caseId: string): Promise<void> => {
    const open = await until(async () => (await panelsOfCase(database, caseId)).findLast((p) => p.closedAt === null) ?? null);
    for (const member of open.members) {
      const scores = Object.fromEntries(open.rules.criteria.map(({ id, max }) => [id, Math.round((max * share) / 100)]));
      await handIn(database, { panel: open.id, member: member.id, applicant: 'project', scores, comment: null, by: { id: member.person ?? '', name: member.name }, at: now() });
    }
    await closePanel(database, open.id, now());
  };
  const objections: { id: string; upheld: boolean }[] = [];
  const object = (upheld: boolean) => async (caseId: string): Promise<void> => {
    const id = randomUUID();
    const filed = await fileObjection(database, { id, publication: await publicationOf(caseId), by: { id: 'citizen', name: '陈伟' }, contact: '13800138000', grounds: '所报材料不实', at: now() });
    if (!filed.ok) throw new Error(filed.code);
    objections.push({ id, upheld });
  };
  return {
    draw: async (caseId) => {
      const draw = await until(async () => (await drawsOfCase(database, caseId)).find((d) => d.seed === null) ?? null);
      await revealDraw(database, draw.id, { id: 'supervisor', name: '罗明', word: '见证' }, now());
    },
    score: score(84), scoreLow: score(40),
    object: object(true), objectInVain: object(false),
    // The day on which a notice ends is counted by the calendar of people, which no server can skip.
    closeNotice: async (caseId) => void (await database.pool.query(`update publications set closes_at = now() - interval '1 second' where id = $1`, [await publicationOf(caseId)])),
    handle: async () => {
      for (const { id, upheld } of objections.splice(0)) await handleObjection(database, id, { status: upheld ? 'upheld' : 'rejected', reply: '经核实', by: { id: 'lin', name: '林晓' }, at: now() });
    },
    /** The ledger has come to it: what happens next happens with the money reserved. */
    reserved: async (caseId) => void (await until(async () => ((await fundPositionsOf(database, caseId)).some((p) => p.fund === fundId && p.reserved > 0n) ? true : null))),
    emptyFund: () => block.take(), fillFund: block.give,
    loseCommitment: async (caseId) => void (await settle(database, { caseId, job: 1_000_000, note: '释放', at: now() })),
  };
}
