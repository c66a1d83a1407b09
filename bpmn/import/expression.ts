/** Expressions of three engines as FEEL over the fields of a case: "=…" is FEEL itself, "${…}" simple EL, anything else plain text. */
import { parseExpression } from 'feelin';
import type { Feel } from '../../domain/model/types.ts';
import type { Element } from '../moddle.ts';
import { juelToFeel, type Use } from './juel.ts';
import type { Reading } from './reading.ts';

export interface Where {
  /** Element of the file that is named where something is wrong. */
  readonly element: Element;
  /** Node at which it is read. */
  readonly at: string;
  /** Names that are known there beside the variables: the item of a multi-instance, counts. They keep their names. */
  readonly local?: readonly string[];
  /** Read when the node is complete: what it has asked for is known by then. */
  readonly after?: true;
}

const longest = 4_000;
/** Of a text that is put together, and of one that stands for itself: below what a definition may hold (model/schema.ts). */
export const longestValue = 9_000;
const whole = /^[$#]\{([^{}]*)\}$/s;
const inside = /[$#]\{([^{}]*)\}/g;

/** Whether a text is computed at all. */
export const isExpression = (text: string): boolean => text.trim().startsWith('=') || /[$#]\{/.test(text);

/** A condition, a number, a list: never plain text. null where it was refused. */
export function expression(reading: Reading, where: Where, text: string, wanted: Use['as'], language?: 'feel'): Feel | null {
  const written = text.trim();
  if (written.length > longest) return refuse(reading, where, 'expression.too-long');
  const el = whole.exec(written);
  if (el) return fromJuel(reading, where, el[1] ?? '', wanted);
  if (written.startsWith('=')) return fromFeel(reading, where, written.slice(1).trim(), wanted);
  if (language === 'feel') return fromFeel(reading, where, written, wanted);
  return refuse(reading, where, 'expression.code', written);
}

/** A value: plain text stands for itself, with "${…}" in it filled in. */
export function valueOf(reading: Reading, where: Where, text: string, wanted: Use['as'] = 'any'): Feel | null {
  const written = text.trim();
  if (written.length > longestValue) return refuse(reading, where, 'expression.too-long');
  if (written.startsWith('=') || whole.test(written)) return expression(reading, where, written, wanted);
  if (!isExpression(written)) return JSON.stringify(written);
  const parts: string[] = [];
  let at = 0;
  for (const match of written.matchAll(inside)) {
    if (match.index > at) parts.push(JSON.stringify(written.slice(at, match.index)));
    const part = fromJuel(reading, where, match[1] ?? '', 'any');
    if (part === null) return null;
    parts.push(`string(${part})`);
    at = match.index + match[0].length;
  }
  if (at < written.length) parts.push(JSON.stringify(written.slice(at)));
  return parts.join(' + ');
}

/** A list that is written out: ["a", "b"], or a, b. null where it is none. */
export function literalList(text: string): readonly string[] | null {
  const written = text.trim();
  if (!written.startsWith('=')) return isExpression(written) ? null : written.split(',').map((s) => s.trim()).filter(Boolean);
  // Read, never evaluated: "[for i in 1..1000000000 return …]" is a list of one line as well.
  if (!/^=\s*(?:"(?:[^"\\]|\\.)*"|\[\s*(?:"(?:[^"\\]|\\.)*"\s*(?:,\s*(?!\])|(?=\])))*\])$/s.test(written)) return null;
  try {
    const value: unknown = JSON.parse(written.slice(1));
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.every((v) => typeof v === 'string') ? list : null;
  } catch {
    return null;
  }
}

function refuse(reading: Reading, { element }: Where, code: 'expression.too-long' | 'expression.code' | 'expression.feel', detail?: string): null {
  reading.refuse(code, element, detail);
  return null;
}

function take(reading: Reading, where: Where, uses: readonly Use[]): void {
  for (const use of uses) if (!where.local?.includes(use.variable)) reading.uses.push({ ...use, element: where.element, at: where.at, ...(where.after ? { after: true } : {}) });
}
const rename = (reading: Reading, where: Where) => (variable: string): string => (where.local?.includes(variable) ? variable : reading.names.field(variable));

function fromJuel(reading: Reading, where: Where, inner: string, wanted: Use['as']): Feel | null {
  const read = juelToFeel(inner, rename(reading, where), wanted);
  if (!read.ok) return refuse(reading, where, 'expression.code', `\${${inner}}: ${read.at}`);
  take(reading, where, read.uses);
  return read.feel;
}

type SyntaxNode = ReturnType<typeof parseExpression>['topNode'];

/** Variables get the names of their fields; the rest stands as it is written. */
function fromFeel(reading: Reading, where: Where, feel: string, wanted: Use['as']): Feel | null {
  let tree: ReturnType<typeof parseExpression>;
  try {
    tree = parseExpression(feel, {}, undefined);
  } catch {
    return refuse(reading, where, 'expression.feel', feel);
  }
  const bound = new Set<string>();
  const found: SyntaxNode[] = [];
  let broken = feel === '';
  tree.iterate({
    enter: ({ node }) => {
      if (node.type.isError) broken = true;
      if (node.name === 'Name') bound.add(feel.slice(node.from, node.to));
      if (node.name === 'VariableName') found.push(node.node);
    },
  });
  if (broken) return refuse(reading, where, 'expression.feel', feel);
  const uses: Use[] = [];
  let text = '';
  let at = 0;
  for (const node of found) {
    const name = feel.slice(node.from, node.to);
    if (bound.has(name) || name === 'item' || name === '?' || isFunction(node)) continue;
    uses.push({ variable: name, as: wantedOf(node, feel, wanted), ...(node.parent?.name === 'PathExpression' ? { path: true } : {}) });
    text += feel.slice(at, node.from) + rename(reading, where)(name);
    at = node.to;
  }
  take(reading, where, uses);
  const renamed = text + feel.slice(at);
  // A condition that is a variable alone must be true, and nothing else.
  return wanted === 'boolean' && found.length === 1 && /^\w+$/.test(feel) && uses.length === 1 ? `${renamed} = true` : renamed;
}

const isFunction = (node: SyntaxNode): boolean => node.parent?.name === 'FunctionInvocation' && node.parent.firstChild?.from === node.from;

/** "+" with a text puts texts together. */
function joinsText(sum: SyntaxNode): boolean {
  let top = sum;
  while (top.parent?.name === 'ArithmeticExpression') top = top.parent;
  const has = (node: SyntaxNode): boolean => ['StringLiteral', 'ArithmeticExpression'].flatMap((name) => node.getChildren(name)).some((part) => part.name === 'StringLiteral' || has(part));
  return has(top);
}

/** What a variable must be where it stands. */
function wantedOf(node: SyntaxNode, feel: string, wanted: Use['as']): Use['as'] {
  const parent = node.parent;
  if (parent === null || parent.parent === null || parent.name === 'Expression') return wanted;
  if (parent.name === 'ArithmeticExpression') return joinsText(parent) ? 'text' : 'number';
  if (parent.name === 'IterationContext') return 'list';
  if (parent.name === 'Conjunction' || parent.name === 'Disjunction') return 'boolean';
  if (parent.name === 'Comparison') {
    const other = parent.firstChild?.from === node.from ? parent.lastChild : parent.firstChild;
    const literal = other ? feel.slice(other.from, other.to) : '';
    if (other?.name === 'NumericLiteral' || /^-?\d/.test(literal)) return 'number';
    if (other?.name === 'StringLiteral') return 'text';
    if (literal === 'true' || literal === 'false') return 'boolean';
  }
  return 'any';
}
