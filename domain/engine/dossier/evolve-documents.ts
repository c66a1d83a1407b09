/** The fold of documents, their service, files and evidence; part of evolve.ts, and like it reads nothing but the event. */
import { assertNever } from '../../assert-never.ts';
import { personPool } from '../../authority/viewer.ts';
import type { CaseDocument } from '../../documents/facts.ts';
import { applyChanges, use, type Draft } from '../draft.ts';
import type { CaseEventBody } from '../events.ts';

export type DossierEvent = Extract<CaseEventBody, { type: `document.${string}` | 'service.agreed' | 'file.added' | `evidence.${string}` }>;

export function mutateDossier(draft: Draft, body: DossierEvent): void {
  switch (body.type) {
    case 'document.drafted': {
      const { document, node, template, number, on, internal, served, title, issuer, to, job, definition, values, seal, approvedBy } = body;
      return set(draft, { document: use(draft, document), node, template, number, on, internal, served, title: title.zh, issuer, to: to.map((a) => ({ ...a, servedOn: null })), draft: { job, definition, values, seal, approvedBy } });
    }
    case 'document.issued': {
      const made = draft.documents?.[body.document];
      if (made) keepLatest(draft, { ...made, draft: null });
      return;
    }
    case 'document.voided':
      return drop(draft, [body.document]);
    case 'document.served': {
      applyChanges(draft, body.changes);
      const served = draft.documents?.[body.document];
      if (served) set(draft, { ...served, to: served.to.map((a, i) => (i === body.to ? { ...a, servedOn: body.on } : a)) });
      return;
    }
    case 'service.agreed': {
      const who = body.pool ?? personPool(body.by.id);
      draft.electronicService = [...(draft.electronicService ?? []).filter((w) => w !== who), ...(body.agreed ? [who] : [])];
      return;
    }
    case 'file.added':
      use(draft, body.file);
      return;
    case 'evidence.listed':
      draft.evidence = [...(draft.evidence ?? []), use(draft, body.item)];
      return;
    case 'evidence.struck':
      draft.evidence = (draft.evidence ?? []).filter((item) => item !== body.item);
      return;
    default:
      assertNever(body);
  }
}

const set = (draft: Draft, document: CaseDocument): void => {
  draft.documents = { ...draft.documents, [document.document]: document };
};

function drop(draft: Draft, gone: readonly number[]): void {
  draft.documents = Object.fromEntries(Object.entries(draft.documents ?? {}).filter(([no]) => !gone.includes(Number(no))));
}

/** Older ones of the same template for the same people need no place in the state once nobody waits for their service: the record has them. */
function keepLatest(draft: Draft, document: CaseDocument): void {
  const people = (d: CaseDocument): string => JSON.stringify(d.to.map(({ name, pool, person }) => [name, pool, person]));
  const done = (d: CaseDocument): boolean => d.draft === null && (d.served === null || d.to.every((a) => a.servedOn !== null));
  const older = Object.values(draft.documents ?? {}).filter((d) => d.document < document.document && d.template === document.template && done(d) && people(d) === people(document));
  drop(draft, older.map((d) => d.document));
  set(draft, document);
}
