/** Templates of documents: everything that they name must be there, or a document would have a hole that nobody meant. */
import { agencyById } from '../../authority/agencies.ts';
import { place } from '../../documents/fill.ts';
import type { Block, DocumentTemplate } from '../../documents/types.ts';
import type { AgencyRef, ProcessDefinition } from '../types.ts';
import { checkExpression } from './expressions.ts';
import { problem, type ModelProblem } from './problem.ts';

const has = (record: Readonly<Record<string, unknown>> | undefined, name: string): boolean => record !== undefined && Object.hasOwn(record, name);

export const checkDocuments = (model: ProcessDefinition): readonly ModelProblem[] => [
  ...Object.entries(model.documents ?? {}).flatMap(([id, template]) => checkTemplate(model, `documents.${id}`, template)),
  ...model.nodes.flatMap((node) => {
    if (node.type === 'serviceTask' && node.service === 'document.generate') {
      const [, name = ''] = /^"([\w-]+)"$/.exec(node.input['template'] ?? '') ?? [];
      return has(model.documents, name) ? [] : [problem('document.unknown', node.id, name || node.input['template'])];
    }
    if (node.type !== 'userTask' || node.serves === undefined) return [];
    const served = has(model.documents, node.serves) ? model.documents?.[node.serves]?.served : undefined;
    // The step is where the day is asked for: a form without it would serve on no day.
    return served?.on !== undefined && has(node.form, served.on) ? [] : [problem('document.serves', node.id, node.serves)];
  }),
];

function checkTemplate(model: ProcessDefinition, element: string, template: DocumentTemplate): readonly ModelProblem[] {
  const { title, issuer, to, values, served, blocks, addressee, heading, listsEvidence } = template;
  const known = new Set([...Object.keys(values), 'issuer', 'number', 'today', 'reviewer', ...(listsEvidence ? ['evidence'] : [])]);
  const unknown = (name: string): ModelProblem => problem('document.value', element, name);
  const agency = (ref: AgencyRef): boolean => ref.kind === 'handling' || (ref.kind === 'fixed' ? agencyById(ref.agency) !== undefined : has(model.fields, ref.field));
  const agencies = [...(issuer.kind === 'agency' ? [issuer.agency] : []), ...to.flatMap((r) => (r.kind === 'agency' ? [r.agency] : []))];
  const parties = [...(issuer.kind === 'party' ? [issuer.party] : []), ...to.flatMap((r) => (r.kind === 'party' ? [r.party] : []))];
  return [
    ...(title.zh && title.en ? [] : [problem('text.missing', element)]),
    ...Object.entries(values).flatMap(([name, feel]) => checkExpression(model, `${element}.${name}`, feel)),
    ...[...(issuer.kind === 'party' ? ['issuerName'] : []), ...to.map((r) => r.name)].filter((name) => !known.has(name)).map(unknown),
    ...agencies.filter((ref) => !agency(ref)).map(() => problem('assignment.agency', element)),
    ...parties.filter((party) => !has(model.parties, party)).map((party) => problem('assignment.party', element, party)),
    ...[heading ?? '', addressee ?? ''].flatMap((pattern) => placesOf(pattern)).filter((name) => !known.has(name)).map(unknown),
    ...blocks.flatMap((block) => checkBlock(element, block, known)),
    ...(served?.on === undefined || model.fields[served.on]?.type === 'date' ? [] : [problem('document.served', element, served.on)]),
    ...(served?.way === undefined || has(model.fields, served.way) ? [] : [problem('document.served', element, served.way)]),
  ];
}

const placesOf = (pattern: string): readonly string[] => [...pattern.matchAll(place)].map(([, name = '']) => name);

function checkBlock(element: string, block: Block, known: ReadonlySet<string>): readonly ModelProblem[] {
  const { when } = block;
  const wrong = patternsOf(block).filter(([name, inList]) => !known.has(name) && !(inList && name === 'item')).map(([name]) => problem('document.value', element, name));
  return [...(when === undefined || known.has(when) ? [] : [problem('document.value', element, when)]), ...wrong, ...(block.kind === 'table' ? checkTable(element, block, known) : [])];
}

function patternsOf(block: Block): readonly (readonly [string, boolean])[] {
  const plain = (patterns: readonly string[]) => patterns.flatMap(placesOf).map((name) => [name, false] as const);
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return plain([block.text]);
    case 'attachments':
    case 'lines':
      return plain(block.items);
    case 'imprint':
      return plain([block.copies ?? '']);
    case 'signature':
      return [];
    case 'table':
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => placesOf(cell.text).map((name) => [name, row.each !== undefined] as const)));
  }
}

/** Every row must fill the width, counting what comes down from the rows above. */
function checkTable(element: string, { widths, rows }: Extract<Block, { kind: 'table' }>, known: ReadonlySet<string>): readonly ModelProblem[] {
  const down = widths.map(() => 0);
  const uneven = rows.filter(({ cells }) => {
    const from = down.filter((n) => n > 0).length;
    const own = cells.reduce((sum, c) => sum + (c.span ?? 1), 0);
    let column = 0;
    for (let i = 0; i < down.length; i++) if ((down[i] ?? 0) > 0) down[i] = (down[i] ?? 0) - 1;
      else if (column < cells.length) {
        const cell = cells[column++];
        for (let j = 0; j < (cell?.span ?? 1); j++) down[i + j] = (cell?.rows ?? 1) - 1;
        i += (cell?.span ?? 1) - 1;
      }
    return from + own !== widths.length;
  });
  return [
    ...(uneven.length > 0 || widths.some((w) => w <= 0) ? [problem('document.table', element)] : []),
    ...rows.flatMap(({ each }) => (each === undefined || known.has(each) ? [] : [problem('document.value', element, each)])),
  ];
}
