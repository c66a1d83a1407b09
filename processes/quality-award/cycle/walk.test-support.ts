/** The pure walker of a round, with what its applications, draws, panels and notices would answer. */
import type { CaseState, Job } from '../../../domain/engine/state.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { allot } from '../../../domain/panels/allot.ts';
import { pureWalker, type ServiceAnswers } from '../../../test/support/walk-purely.ts';
import { noticeAnswers } from '../answers.test-support.ts';
import { qualityAward } from './definition.ts';
import { cycle, rounds } from './walks.ts';

const idOf = (n: number): string => `00000000-0000-4000-a000-00000000000${n}`;
interface Entry { readonly id: string; readonly rank?: number }
const times = (state: CaseState, node: string): number => (state.visits[node] ? 1 : 0);

/** The applications as the round would find them: four are accepted, none is pending but where the round is troubled and has not waited yet. */
function collected({ input, node }: Job, state: CaseState): JsonObject {
  const edition = state.data['edition'];
  const waitsAt: Readonly<Record<string, string>> = { collectAccepted: 'awaitAccepted', collectVisited: 'awaitVisited', collectVotes: 'awaitVotes' };
  const pending = edition === rounds.troubled && times(state, waitsAt[node] ?? '') === 0 ? 1 : 0;
  const gone = edition === rounds.nobody || (edition === rounds.allGaveUp && node === 'collectVisited');
  const cases = [1, 2, 3, 4].map((n) => ({
    id: idOf(n), number: `奖申${n}`, title: `申报${n}`, status: 'open', outcome: null, ready: !gone, applicantKind: n === 3 ? 'individual' : 'services', applicantName: `单位${n}`, applicantUscc: '91440101MA5CK83P1C', applicantRegion: '440100', contactName: `联系人${n}`, individualName: n === 3 ? '叶知秋' : null,
    voteResult: input['votes'] === null ? null : edition === rounds.votedDown ? 'failed' : 'passed', ...(input['votes'] === null ? {} : { votes: { seats: 3, agree: 2, abstain: 1 } }),
  }));
  return { ok: true, reason: null, cases: edition === rounds.nobody ? [] : cases, count: 4, ready: 4, pending, pendingText: pending ? '奖申4 申报4' : '' };
}

const answers: ServiceAnswers = (job, state, now) => {
  const { data } = state;
  const edition = data['edition'];
  const troubled = edition === rounds.troubled;
  switch (job.service) {
    case 'cases.collect':
      return collected(job, state);
    case 'files.list': {
      const count = edition === rounds.unattached && state.visits['paperRecord']?.count === 1 ? 0 : 1;
      return { ok: true, reason: null, count, text: count === 0 ? '' : `受理名单公示.pdf（SHA-256：${'e'.repeat(64)}；谭静上传）` };
    }
    case 'cases.others':
      return { ok: true, reason: null, cases: troubled ? [{ id: idOf(9), number: '粤质奖奖评〔2028〕1号', title: '第20届广东省政府质量奖', status: 'open', outcome: null, edition: 20, roundYear: 2028 }] : [] };
    case 'draw.commit':
      return troubled && (data['drawAdjustment'] ?? null) === null ? { ok: false, reason: 'short: 财务审计 0/1', draw: null, commitment: null } : { ok: true, reason: null, draw: `draw ${now}`, commitment: 'c'.repeat(64) };
    case 'draw.result':
      return troubled && String(data['drawAdjustment']).startsWith('补充') ? { ok: false, reason: 'vacant', experts: [], names: '' } : { ok: true, reason: null, experts: ['e1'], names: '沈知行、范思远、顾言' };
    case 'panel.open':
      return troubled && times(state, 'panelWrong') === 0 ? { ok: false, reason: 'rules: quorum', panel: null } : { ok: true, reason: null, panel: `panel ${now}` };
    case 'panel.result': {
      if (troubled && (data['rankingDone'] ?? null) === null) return { ok: false, reason: 'not-closed', awarded: [], ranking: [], vacant: 0 };
      const entries = data['entries'] as unknown as readonly Entry[];
      const tied = edition === rounds.tied && data['reviewStage'] === 'final';
      const below = edition === rounds.belowThreshold ? entries.length : 1;
      const ranking = entries.map((e, i) => ({ applicant: e.id, rank: tied && i < 2 ? 1 : i + 1, score: 9000 - 100 * i, status: data['reviewStage'] === 'written' && i >= entries.length - below && !troubled ? 'below-threshold' : 'awarded', why: `列第${i + 1}` }));
      return { ok: true, reason: null, awarded: [], ranking, vacant: 0 };
    }
    case 'panel.allot': {
      const { levels, candidates, order, ties } = job.input as unknown as { levels: Parameters<typeof allot>[0]; candidates: Parameters<typeof allot>[1]; order: string[]; ties: 'ask' | 'vacate' };
      const { assigned, tied } = allot(levels, candidates, { order, ties });
      return { ok: tied.length === 0, reason: tied.length ? 'tied' : null, assigned: assigned.map((a) => ({ ...a })), tied: [...tied] };
    }
    default:
      return noticeAnswers(job, state, now);
  }
};
export const walker = pureWalker(qualityAward, cycle, answers);
