/** Every way of an application on the real parts. What its round would tell it is told in its stead; that a real round tells the same is in ../award.stack.test.ts and ../rounds.stack.test.ts. */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../../db/definitions.ts';
import { dayOf } from '../../../domain/calendar/civil-day.ts';
import type { Json } from '../../../domain/json.ts';
import { openApi, type TestApi } from '../../../test/support/api.ts';
import { openOffice, type Office } from '../../../test/support/award-office.ts';
import { expectEnds, stackWalker, type StackWalker } from '../../../test/support/walk-stack.ts';
import { definitions } from '../../registry.ts';
import { onDay, type Act, type Walk } from '../../walk.ts';
import { plan } from '../cycle/walks.ts';
import { application, breaching, cycleNumber } from './walks.ts';

let api: TestApi;
let office: Office;
let walker: StackWalker;
let number: string;
beforeAll(async () => {
  api = await openApi();
  for (const definition of definitions) await registerDefinition(api.shell.database, definition);
  office = openOffice(api);
  const objects = async (caseId: string): Promise<void> => {
    const publication = String((await office.data(caseId))['noticeId']);
    expect((await api.post(`/publications/${publication}/objections`, { grounds: '所报业绩不实，附审计报告。', contact: '13800138000' }, { as: 'citizen' })).status).toBe(201);
  };
  const atNotice = (act: (caseId: string) => Promise<void>) => async (caseId: string): Promise<void> => {
    await office.isAt(caseId, 'notice');
    await act(caseId);
  };
  walker = stackWalker(api, application, 'supervisor', { closeNotice: atNotice(office.noticeIsOver), object: atNotice(objects) });
  for (const [uscc, kind, level] of [['91440000725456195C', 'award', '质量奖'], [breaching, 'serious-violation', null]] as const) {
    await api.shell.database.pool.query(
      `insert into credit_entries (id, uscc, kind, level, title, facts, case_id, agency, decided_on, recorded_at) values ($1, $2, $3, $4, '{"zh":"记录","en":"Entry"}', '[]', $5, 'gd-award-secretariat', current_date - 400, now())`,
      [`${crypto.randomUUID()}:j1`, uscc, kind, level, crypto.randomUUID()],
    );
  }
});

it('a round takes declarations', async () => {
  const round = await office.start('quality-award', 'gd-award-secretariat', 'tan', plan);
  await office.does('meng', round, 'planApproval', 'approved');
  await office.isAt(round, 'closeDeclaration');
  number = (await office.view(round)).number as string;
});

/** The round of the walk is the one that is open here. */
const named = <T extends Json>(data: T): T => JSON.parse(JSON.stringify(data).replaceAll(cycleNumber, number)) as T;

async function act(caseId: string, next: Act): Promise<void> {
  if ('waitFor' in next) {
    // The period is over by the date in the database; the officer looks, as they may at any time.
    expect(next.waitFor).toBe('noticeOver');
    return walker.act(caseId, ['notice', 'checked']);
  }
  if (!('told' in next)) return walker.act(caseId, Array.isArray(next) ? (named(next as never) as Act) : next);
  const data = onDay(next.data ?? {}, dayOf(Date.now()));
  const told = async (): Promise<boolean> => {
    // Votes stand in the record before the execution knows of them (docs/adr/0056): it is told to look first.
    await api.shell.audit(caseId);
    return api.shell.send(caseId, { type: 'message', message: next.told, data }, { actor: { kind: 'system', id: 'case:other' } }).then(() => true, () => false);
  };
  await expect.poll(told, { timeout: 60_000, message: next.told }).toBe(true);
}

const lapsing: readonly Walk[] = application.lapsing;
/** Those that a round opens: ../takeover.stack.test.ts. */
const ways = Object.values(application.walks).filter((way) => !lapsing.includes(way)).filter((way: Walk) => !way.opened);

describe('each way over HTTP', () => {
  it('these are all but those for which a right has to lapse', () => expect(ways.every(({ acts }) => acts.every((a) => !('waitFor' in a) || a.waitFor === 'noticeOver'))).toBe(true));
  it.each(ways.map((way) => [way.outcome, way.title, way] as const))('%s: %s', async (_outcome, _title, way) => {
    const caseId = await walker.start({ ...way, start: named(way.start) });
    for (const next of way.acts) await act(caseId, next);
    await expectEnds(api, walker, caseId, way);
  });
  it('an objection that comes on paper names the round of its notice, and both records show it', async () => {
    const objected = await office.start('award-objection', 'gd-award-secretariat', 'tan', { sourceNumber: number, noticeName: '受理名单公示', objectorName: '陈伟', objectorContact: '13800138000', grounds: '未如实申报。', filedOn: dayOf(Date.now()) });
    await office.isAt(objected, 'acceptance');
    expect((await office.data(objected))['sourceFound']).toBe(true);
    expect((await api.get(`/cases/${objected}/links`, { as: 'supervisor' })).body.items).toMatchObject([{ relation: 'lead-from', case: { number } }]);
  });
});
