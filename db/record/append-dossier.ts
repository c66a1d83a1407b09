/** Rows of documents, service, files and evidence: each follows from one event, numbers included, and is written in the transaction of the append. */
import type { StoredEvent } from '../../domain/engine/events.ts';
import type { DossierEvent } from '../../domain/engine/dossier/evolve-documents.ts';
import type { RecordedActor } from '../../domain/engine/state.ts';

interface Client { query(query: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<unknown> }

const isDossier = (body: StoredEvent['body']): body is DossierEvent => /^(document|evidence)\.|^file\.added$/.test(body.type);

export const hasDossier = (body: StoredEvent['body']): boolean => isDossier(body);

export async function writeDossier(client: Client, caseId: string, events: readonly StoredEvent[]): Promise<void> {
  for (const event of events) if (isDossier(event.body)) await writeOne(client, caseId, event, event.body);
}

const nameOf = (actor: RecordedActor): string => (actor.kind === 'person' ? actor.name : actor.id);

async function writeOne(client: Client, caseId: string, { seq, at, actor }: StoredEvent, body: DossierEvent): Promise<void> {
  switch (body.type) {
    case 'document.drafted':
      await client.query({
        name: 'document-drafted',
        text: `insert into documents (case_id, document, node, template, definition, title, number, issuer, on_day, addressees, internal, to_serve, status, files, approved_by, drafted_at, seq, job)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'drafting', '[]', $13, $14, $15, $16)`,
        values: [caseId, body.document, body.node, body.template, body.definition, JSON.stringify(body.title), body.number, JSON.stringify(body.issuer), body.on, JSON.stringify(body.to), body.internal, body.served !== null, JSON.stringify(body.approvedBy), at, seq, body.job],
      });
      return;
    case 'document.issued':
      await client.query({
        name: 'document-issued',
        text: `update documents set status = 'issued', files = $3, renderer = $4, seal_series = $5, seal_no = $6, issued_at = $7 where case_id = $1 and document = $2`,
        values: [caseId, body.document, JSON.stringify(body.files), body.renderer, body.seal?.series ?? null, body.seal?.no ?? null, at],
      });
      return;
    case 'document.voided':
      await client.query({ name: 'document-voided', text: `update documents set status = 'void' where case_id = $1 and document = $2`, values: [caseId, body.document] });
      return;
    case 'document.served':
      await client.query({
        name: 'document-served',
        text: `insert into document_services (case_id, document, addressee, way, served_on, announced_on, received_by, note, proof, recorded_by, recorded_at)
               values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        values: [caseId, body.document, body.to, body.way, body.on, body.announcedOn ?? null, body.receivedBy ?? null, body.note ?? null, JSON.stringify(body.proof), nameOf(actor), at],
      });
      return;
    case 'file.added':
      await client.query({
        name: 'file-added',
        text: 'insert into case_files (case_id, file, sha256, name, media, size, purpose, pool, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
        values: [caseId, body.file, body.sha256, body.name, body.media, body.size, body.purpose, body.pool, body.by.id, body.by.name, at],
      });
      return;
    case 'evidence.listed':
      await client.query({
        name: 'evidence-listed',
        text: `insert into evidence (case_id, item, listed_seq, name, quantity, source, place, obtained_on, note, files, by_name, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        values: [caseId, body.item, seq, body.name, body.quantity, body.source, body.place, body.obtainedOn, body.note, JSON.stringify(body.files), body.by.name, at],
      });
      return;
    case 'evidence.struck':
      await client.query({
        name: 'evidence-struck', text: 'update evidence set struck_seq = $3, struck_why = $4, struck_by = $5 where case_id = $1 and item = $2', values: [caseId, body.item, seq, body.reason, body.by.name],
      });
      return;
    case 'service.agreed':
      return;
  }
}
