/** What is done in a round of the quality award over and over, over HTTP: applications to their acceptance, notices that are over, draws, sheets. */
import { expect } from 'vitest';
import { demoPeople } from '../../cli/demo/people.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { JsonObject } from '../../domain/json.ts';
import { side, type Office, type OfficeApi } from './award-office.ts';

/** An application, and who recommends it in the prefecture. */
export interface Entry { readonly id: string; readonly officer: string; readonly head: string; readonly name: string }
export interface Panel {
  readonly applicants: { readonly id: string; readonly name: string; readonly recused: boolean }[];
  readonly members: { readonly id: string; readonly name: string }[];
  readonly criteria: { readonly id: string; readonly weight: number; readonly max: number }[];
  readonly sheets: { readonly member: string; readonly applicant: string; readonly scores: Record<string, number> }[];
  readonly result: { readonly ranking: { readonly applicant: string; readonly rank: number | null; readonly exact: string | null; readonly status: string }[]; readonly awarded: string[] };
}
/** Points of a sheet in hundredths, by criterion, member and applicant, each by its place. */
export type Points = (criterion: number, member: number, applicant: { readonly name: string; readonly place: number }) => number;

export interface Round {
  /** 申报 to 受理, through the prefecture, its notice, the secretariat and the departments. */
  readonly accept: (entry: Entry) => Promise<void>;
  /** 公示: over, without an objection. */
  readonly notice: (round: string, outcome?: string, data?: JsonObject) => Promise<void>;
  /** 抽取: witnessed by the supervisor. @returns the draw */
  readonly draw: (round: string) => Promise<string>;
  /** Each member scores each applicant. @returns the closed panel as the secretariat sees it */
  readonly score: (round: string, points: Points) => Promise<Panel>;
  /** The round waits for its applications (等待推荐、答辩、票决): it collects again until all have come, and goes on. */
  readonly again: (round: string, step: string) => Promise<void>;
  /** 陈述答辩、现场评审 of one candidate. */
  readonly defend: (id: string) => Promise<void>;
}

export function openRound(api: Pick<OfficeApi, 'get' | 'post'>, office: Office): Round {
  /** The one that is under way: the last of the case. */
  const last = async (round: string, what: 'draws' | 'panels'): Promise<string> => {
    const { items } = (await api.get(`/cases/${round}/${what}`, { as: 'tan' })).body as { items: { id: string; committedAt?: string; openedAt?: string }[] };
    return items.map((i) => [i.committedAt ?? i.openedAt ?? '', i.id] as const).sort().at(-1)?.[1] ?? '';
  };
  return {
    accept: async ({ id, officer, head }) => {
      await office.does(officer, id, 'recommendationReview', 'recommended', { recommendationOpinion: '材料齐全，拟推荐。', noticeDays: 5 });
      await office.isAt(id, 'notice');
      await office.noticeIsOver(id);
      await office.does(officer, id, 'notice', 'checked');
      await office.does(head, id, 'recommendation', 'recommended');
      await office.does('tan', id, 'formalReview', 'passed', { formalOpinion: '材料完整。', departments: ['officer@gd-ecology', 'officer@gd-tax'] });
      await Promise.all([office.does('ji', id, 'departmentCheck', 'answered', { departmentFinding: 'none' }), office.does('tian', id, 'departmentCheck', 'answered', { departmentFinding: 'minor', departmentRemark: '一般申报差错。' })]);
      await office.does('xiao', id, 'eligibility', 'eligible', { eligibilityOpinion: '符合条件。' });
      await office.does('meng', id, 'acceptance', 'accepted');
    },
    notice: async (round, outcome = 'kept', data = {}) => {
      await office.isAt(round, 'notice');
      await office.noticeIsOver(round);
      await office.does('tan', round, 'notice', 'checked');
      await office.does('tan', round, 'conclusion', outcome, data);
    },
    draw: async (round) => {
      await office.isAt(round, 'witness');
      const draw = await last(round, 'draws');
      expect((await api.post(`/draws/${draw}/reveal`, { word: '见证' }, { as: 'supervisor' })).status).toBe(200);
      await office.does('tan', round, 'witness', 'revealed');
      return draw;
    },
    score: async (round, points) => {
      await office.isAt(round, 'scoring');
      const path = `/panels/${await last(round, 'panels')}`;
      const panel = (await api.get(path, { as: 'tan' })).body as Panel;
      const sheets = panel.members.flatMap((member, m) => panel.applicants.map((applicant, place) => ({ member, m, applicant, place })));
      await side(sheets, 4, async ({ member, m, applicant, place }) => {
        const account = demoPeople.find((p) => p.name === member.name)?.id ?? '';
        const scores = Object.fromEntries(panel.criteria.map((c, i) => [c.id, points(i, m, { name: applicant.name, place })]));
        const answer = await api.post(`${path}/sheets`, { applicant: applicant.id, scores }, { as: account });
        expect(answer.status, `${member.name}: ${JSON.stringify(answer.body)}`).toBe(200);
      });
      const closed = await api.post(`${path}/close`, {}, { as: 'tan' });
      expect(closed.status, JSON.stringify(closed.body)).toBe(200);
      await office.does('tan', round, 'scoring', 'closed');
      return closed.body as Panel;
    },
    again: async (round, step) => {
      for (;;) {
        let waits = false;
        await expect.poll(async () => {
          const { status, tasks } = await office.view(round) as { status: string; tasks: { node: string }[] };
          waits = tasks.some((t) => t.node === step);
          return status === 'closed' || tasks.length > 0;
        }, { timeout: 120_000, interval: 200, message: `${round} goes on from ${step}` }).toBe(true);
        if (!waits) return;
        await office.does('tan', round, step, 'again');
      }
    },
    defend: async (id) => {
      const today = dayOf(Date.now());
      await office.does('tan', id, 'defence', 'held', { defenceOn: today, defenceRecord: '答辩6个问题。' });
      await office.does('xiao', id, 'siteVisit', 'done', { siteVisitFrom: today, siteVisitUntil: today, siteVisitTeam: '现场评审组', siteVisitReport: '与申报材料一致。' });
    },
  };
}
