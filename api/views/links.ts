/**
 * What a case is linked with, as its viewer may see it. Officers learn of a case that they may not see that there is one; parties do not learn even that:
 * a lead must not warn whom it is about.
 */
import { problemKinds, type ProblemCode } from '../../contracts/problems.ts';
import { relationNames, type CaseLinksView, type CaseLinkView } from '../../contracts/links.ts';
import type { Database } from '../../db/pool.ts';
import { linksOf, type CaseLink } from '../../db/queries/links.ts';
import { mayManage } from '../../domain/authority/acts.ts';
import { insight, maySee, personOfViewer, sightOf } from '../../domain/authority/policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { placeableSteps } from '../../domain/engine/placing.ts';
import { text, type Text } from '../../domain/text.ts';
import type { CaseParts } from './case-view.ts';
import { caseSummary, definitionsOf } from './case-summary.ts';
import { nodeName } from './names.ts';

/** Links told at once. */
const most = 300;

interface Walked { readonly link: CaseLink; readonly depth: number; readonly seen: boolean }

/** Level by level, one statement each; only through cases that the viewer may see. */
async function walk(database: Database, viewer: Viewer, caseId: string, depth: number, internal: boolean): Promise<{ readonly links: readonly Walked[]; readonly truncated: boolean }> {
  const sight = sightOf(viewer);
  const visited = new Set([caseId]);
  const links: Walked[] = [];
  let level: readonly string[] = [caseId];
  for (let at = 1; at <= depth && level.length > 0; at++) {
    const found = await linksOf(database, level, most + 1 - links.length);
    // The way back is no news.
    const fresh = found.filter((l) => at === 1 || !visited.has(l.otherId));
    for (const link of fresh) if (internal || maySee(sight, link.other)) links.push({ link, depth: at, seen: maySee(sight, link.other) });
    if (links.length > most) return { links: links.slice(0, most), truncated: true };
    const next = [...new Set(fresh.filter((l) => !visited.has(l.otherId) && maySee(sight, l.other)).map((l) => l.otherId))];
    for (const id of next) visited.add(id);
    level = next;
  }
  return { links, truncated: false };
}

export async function caseLinks(database: Database, viewer: Viewer, { row, state, model }: CaseParts, depth: number): Promise<CaseLinksView> {
  const { internal } = insight(viewer, row, model, state.parties);
  const { links, truncated } = await walk(database, viewer, row.id, depth, internal);
  const modelOf = await definitionsOf(database, links.filter((l) => l.seen).map((l) => l.link.other));
  const manages = mayManage(state, personOfViewer(viewer)) === null;
  const named = (nodes: readonly string[]): CaseLinksView['splitAt'] => nodes.map((node) => ({ node, name: nodeName(model, node) }));
  const running = manages && state.status === 'open' && !state.merging;
  const reopens = manages && state.status === 'closed' && state.outcome !== 'merged';
  return {
    items: links.map(({ link, depth: at, seen }): CaseLinkView => ({
      from: link.caseId, relation: link.relation, relationName: relationNames[link.relation], at: link.at, depth: at,
      case: seen ? caseSummary(link.other, modelOf(link.other.definitionHash)) : null, reason: seen && internal ? link.reason : null,
    })),
    truncated,
    calls: internal ? Object.values(state.calls ?? {}).map((call) => {
      const node = model.nodes.find((n) => n.id === call.node);
      return {
        call: call.id, node: call.node, name: nodeName(model, call.node), process: node?.type === 'callActivity' ? node.process : '',
        status: call.told ? 'held' : call.refused !== undefined ? 'refused' : call.child === null ? 'opening' : 'open', why: call.refused === undefined ? null : whyRefused(call.refused), retry: call.refused !== undefined && running,
      };
    }) : [],
    reopenAt: reopens ? named(placeableSteps(model, state, 'done')) : [],
    splitAt: running ? named(placeableSteps(model, state, 'reached')) : [],
    actions: [...(manages ? ['link' as const] : []), ...(running ? ['merge' as const, 'split' as const] : []), ...(reopens ? ['reopen' as const] : [])],
  };
}

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code);
const whyRefused = (code: string): Text => (isProblem(code) ? problemKinds[code].title : text(code, code));
