/** One line about a case. */
import type { CaseSummary } from '../../contracts/cases.ts';
import { definitionByHash } from '../../db/definitions.ts';
import type { Database } from '../../db/pool.ts';
import type { CaseLine } from '../../db/queries/case-list.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { agencyName, caseOutcomeName, nodeName } from './names.ts';

export function caseSummary(row: CaseLine, model: ProcessDefinition): CaseSummary {
  return {
    id: row.id, number: row.number, process: row.processKey, processName: model.name, title: row.title, status: row.status,
    outcome: row.outcome, outcomeName: row.outcome === null ? null : caseOutcomeName(model, row.outcome),
    agency: row.agency, agencyName: agencyName(row.agency), receivedAt: row.receivedAt, closedAt: row.closedAt, updatedAt: row.updatedAt,
    steps: row.openNodes.map((node) => nodeName(model, node)), dueDay: row.dueDay, dueAt: row.dueAt, light: row.light, provisional: row.provisional,
  };
}

/** The definitions that these rows need; each comes from memory once it is known. */
export async function definitionsOf(database: Database, rows: readonly { readonly definitionHash: string }[]): Promise<(hash: string) => ProcessDefinition> {
  const hashes = [...new Set(rows.map((row) => row.definitionHash))];
  const models = new Map(await Promise.all(hashes.map(async (hash) => [hash, await definitionByHash(database, hash)] as const)));
  return (hash) => {
    const model = models.get(hash);
    if (!model) throw new Error(`definition ${hash} was not asked for`);
    return model;
  };
}
