/** What a case asks of the registers: which agency is above, and how many cases concern an enterprise. Nothing is written. */
import { countCasesOf } from '../../db/queries/enterprises.ts';
import { commonSuperior, agencyById, organFor, superiorOf } from '../../domain/authority/agencies.ts';
import type { Agency } from '../../domain/authority/viewer.ts';
import { instantOf, msPerDay } from '../../domain/calendar/civil-day.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import type { Run } from './run.ts';

export const findAgency: Run = async (_database, request) => {
  const { which, of, with: other } = services['agency.find'].parse(request.input);
  const found = agencyFor(which, of, other);
  return { ok: found !== undefined, reason: found ? null : 'no-such-agency', agency: found?.id ?? null, name: found?.name.zh ?? null } satisfies ServiceResult<'agency.find'>;
};

function agencyFor(which: 'superior' | 'common-superior' | 'police', of: string, other: string | null): Agency | undefined {
  switch (which) {
    case 'superior':
      return superiorOf(of);
    case 'common-superior':
      return other === null ? undefined : commonSuperior(of, other);
    case 'police':
      return organFor('police', agencyById(of)?.region ?? '');
  }
}

export const countEnterpriseCases: Run = async (database, request) => {
  const { uscc, process, days } = services['enterprise.cases'].parse(request.input);
  const count = await countCasesOf(database, uscc, process, instantOf(Date.now() - days * msPerDay));
  return { ok: true, reason: null, count } satisfies ServiceResult<'enterprise.cases'>;
};
