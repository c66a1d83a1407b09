/** The pure walker of a complaint, with what the register of agencies and the history of the respondent would answer. */
import { commonSuperior, organFor, superiorOf } from '../../domain/authority/agencies.ts';
import { pureWalker, type ServiceAnswers } from '../../test/support/walk-purely.ts';
import { complaint } from './definition.ts';
import { complaintWalks } from './walks.ts';

const answers: ServiceAnswers = (job, state) => {
  if (job.service === 'enterprise.cases') return { ok: true, reason: null, count: job.input['process'] === 'complaint' && state.data['subject'] === '儿童安全座椅' ? 3 : 0 };
  if (job.service !== 'agency.find') return undefined;
  const { which, of, with: other } = job.input as { which: string; of: string; with: string | null };
  const found = which === 'police' ? organFor('police', '440106') : which === 'superior' ? superiorOf(of) : commonSuperior(of, other ?? '');
  return { ok: found !== undefined, reason: null, agency: found?.id ?? null, name: found?.name.zh ?? null };
};
export const walker = pureWalker(complaint, complaintWalks, answers, '2026-05-11');
