/** 流程版本: which there are, what differs between two of them, and the migration of the cases that run on one. */
import { z } from 'zod';
import { pageQuerySchema } from '../../contracts/common.ts';
import {
  diffQuerySchema, diffSchema, migrationListSchema, migrationQuerySchema, migrationReceiptSchema, migrationSchema, requestMigrationSchema, versionListSchema,
} from '../../contracts/versions.ts';
import { definitionByHash, definitionOfVersion, definitionVersions, type RegisteredDefinition } from '../../db/definitions.ts';
import type { Database } from '../../db/pool.ts';
import { findWalk, listWalks, requestWalk, walkCounts, walkResults, type CaseWalk } from '../../db/queries/case-walks.ts';
import { territoriesAdministered } from '../../domain/authority/policy.ts';
import { poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import type { JsonObject } from '../../domain/json.ts';
import { diffDefinitions } from '../../domain/model/diff.ts';
import { mappingProblems, type MigrationMapping } from '../../domain/model/version-map.ts';
import { commandId, contentDigest, startedCaseId } from '../engine/ids.ts';
import { startWalk } from '../engine/walks.ts';
import { jsonRecord } from '../http/json.ts';
import { ProblemError } from '../http/problem.ts';
import { apiRoot, ok, route } from '../http/route.ts';
import { migrationInput, migrationKind, migrationReceipt, migrationResult } from '../views/migration.ts';

const params = z.object({ key: z.string().regex(/^[\x21-\x7e]{1,80}$/) });

export const versionsRoute = route(
  { method: 'GET', path: '/processes/:key/versions', access: 'signed-in', tag: 'processes', summary: '流程版本 · The versions of a process, latest first', params, answer: versionListSchema, problems: ['process.not-found'] },
  async ({ viewer, params: { key } }, { database }) => {
    const found = await definitionVersions(database, key);
    if (found.length === 0) throw new ProblemError('process.not-found', { params: { process: key } });
    const administers = territoriesAdministered(poolsOf(viewer)).length > 0;
    return ok({ items: found.map((v, i) => ({ ...v, latest: i === 0, running: administers ? v.running : null })) });
  },
);

export const diffRoute = route(
  {
    method: 'GET', path: '/processes/:key/diff', access: 'signed-in', tag: 'processes', summary: '版本比较 · What differs between two versions',
    params, query: diffQuerySchema, answer: diffSchema, problems: ['version.not-found'],
  },
  async ({ params: { key }, query: { from, to } }, { database }) => {
    const [old, next] = await Promise.all([version(database, key, from), version(database, key, to)]);
    const differences = diffDefinitions(old.model, next.model).map(({ old: was, new: is, ...d }) => ({ ...d, ...(was === undefined ? {} : { old: jsonRecord({ was })['was'] }), ...(is === undefined ? {} : { new: jsonRecord({ is })['is'] }) }));
    return ok({ process: key, from, to, differences });
  },
);

/** @throws ProblemError version.not-found */
async function version(database: Database, key: string, number: number): Promise<RegisteredDefinition> {
  const found = await definitionOfVersion(database, key, number);
  if (found === null) throw new ProblemError('version.not-found', { params: { process: key, version: number } });
  return found;
}

/** The posts in which the viewer administers: nothing else of theirs takes part in what they order. @throws ProblemError forbidden.administer */
function administrator(viewer: Viewer): readonly string[] {
  const pools = poolsOf(viewer).filter((pool) => territoriesAdministered([pool]).length > 0);
  if (pools.length === 0) throw new ProblemError('forbidden.administer');
  return pools;
}

export const requestMigrationRoute = route(
  {
    method: 'POST', path: '/processes/:key/migrations', access: 'signed-in', tag: 'processes', summary: '版本迁移 · Takes the running cases of a version to another, or only tells what would happen',
    params, body: requestMigrationSchema, answer: migrationReceiptSchema, statuses: [202], problems: ['forbidden.administer', 'version.not-found', 'migration.mapping', 'idempotency.conflict'],
  },
  async ({ viewer, key: named, params: { key }, body }, dependencies) => {
    const { database } = dependencies;
    const pools = administrator(viewer);
    const [from, to] = await Promise.all([version(database, key, body.from), version(database, key, body.to)]);
    if (from.hash === to.hash) throw new ProblemError('request.invalid', { fields: [{ field: 'body.to', code: 'not-an-option' }] });
    // zod's optional members may be undefined, which JSON leaves out.
    const mapping = JSON.parse(JSON.stringify(body.mapping)) as MigrationMapping;
    const wrong = mappingProblems(from.model, to.model, mapping);
    if (wrong.length > 0) throw new ProblemError('migration.mapping', { params: { names: wrong.slice(0, 50).map((p) => ({ kind: p.kind, id: p.id, in: p.in })) } });
    const input = { from: from.hash, to: to.hash, fromVersion: body.from, toVersion: body.to, mapping, reason: body.reason } as unknown as JsonObject;
    const digest = contentDigest({ migration: input, dryRun: body.dryRun });
    const walk = await requestWalk(database, {
      id: startedCaseId(commandId(viewer.id, named)), kind: migrationKind, subject: key, input, digest, dryRun: body.dryRun,
      requestedBy: { kind: 'person', id: viewer.id, name: viewer.name, pools }, requestedAt: new Date().toISOString(),
    });
    if (walk.digest !== digest || walk.kind !== migrationKind) throw new ProblemError('idempotency.conflict');
    if (walk.finishedAt === null) await startWalk(dependencies, walk.id);
    return { status: 202 as const, body: migrationReceipt(walk), location: `${apiRoot}/migrations/${walk.id}` };
  },
);

export const migrationsRoute = route(
  {
    method: 'GET', path: '/processes/:key/migrations', access: 'signed-in', tag: 'processes', summary: '迁移记录 · Migrations of a process, latest first',
    params, query: pageQuerySchema, answer: migrationListSchema, problems: ['forbidden.administer'],
  },
  async ({ viewer, params: { key }, query }, { database }) => {
    administrator(viewer);
    const { items, next } = await listWalks(database, migrationKind, key, query);
    return ok({ items: items.filter((walk) => mayRead(viewer, walk)).map(migrationReceipt), next });
  },
);

export const migrationRoute = route(
  {
    method: 'GET', path: '/migrations/:id', access: 'signed-in', tag: 'processes', summary: '迁移进度与结果 · How far a migration has come, and what became of each case',
    params: z.object({ id: z.uuid() }), query: migrationQuerySchema, answer: migrationSchema, problems: ['forbidden.administer', 'not-found'],
  },
  async ({ viewer, params: { id }, query: { cursor, limit, outcome } }, { database }) => {
    administrator(viewer);
    const walk = await findWalk(database, id);
    if (walk?.kind !== migrationKind || !mayRead(viewer, walk)) throw new ProblemError('not-found');
    const input = migrationInput(walk);
    const [counts, page, from, to] = await Promise.all([
      walkCounts(database, id), walkResults(database, id, { cursor, limit, ...(outcome ? { outcomes: [outcome] } : {}) }), definitionByHash(database, input.from), definitionByHash(database, input.to),
    ]);
    return ok({ ...migrationReceipt(walk), mapping: input.mapping as never, counts, results: { items: page.items.map((r) => migrationResult(r, from, to)), next: page.next } });
  },
);

/** Whoever administers all of the territory over which it goes. */
function mayRead(viewer: Viewer, walk: CaseWalk): boolean {
  const own = territoriesAdministered(poolsOf(viewer));
  return territoriesAdministered(walk.requestedBy.pools).every((prefix) => own.some((o) => prefix.startsWith(o)));
}
