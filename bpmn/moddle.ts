/** bpmn-moddle with the project's own extension, and its tree read without trusting it: what stands there was written by somebody else. */
import { BpmnModdle } from 'bpmn-moddle';
import { Reader } from 'moddle-xml';
import { mostTold } from './import/problem.ts';

/** What BPMN cannot say of an element, as JSON: the element exactly as the definition has it (drawn.ts says how both are reconciled). */
const extension = {
  name: 'Banjie', uri: 'urn:banjie:bpmn:1', prefix: 'banjie', xml: { tagAlias: 'lowerCase' },
  types: [{ name: 'Exact', superClass: ['Element'], properties: [{ name: 'json', type: 'String', isBody: true }] }],
};

export interface Element {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, string>>;
  readonly $descriptor?: { readonly isGeneric?: boolean; readonly ns?: { readonly uri?: string; readonly localName?: string } };
  readonly [member: string]: unknown;
}
export interface Warning { readonly error?: Error; readonly message: string; readonly element?: Element; readonly property?: string; readonly value?: string }
export interface Moddle {
  readonly create: (type: string, members: Readonly<Record<string, unknown>>) => Element;
  readonly createAny: (name: string, uri: string, members: Readonly<Record<string, unknown>>) => Element;
  readonly toXML: (element: Element, options: { readonly format: boolean }) => Promise<{ readonly xml: string }>;
}
// The types of its elements say neither what extensions hold nor that a file may lack what the standard demands.
export const createModdle = (): Moddle => new BpmnModdle({ banjie: extension });

class TooManyFaults extends Error {}

/**
 * @returns the tree and what the parser found wrong; no tree where it found more than is told anyhow. It says of each fault in which line it stands, for which it goes through the file
 *   from its beginning: a file of 2 MB that is wrong throughout would hold up everybody for half a minute.
 * @throws where it is no XML, or its root is another element
 */
export async function readTree(model: object, root: string, xml: string): Promise<{ readonly root: Element | null; readonly warnings: readonly Warning[] }> {
  const reader = new Reader({ model, lax: true });
  const handler = reader.handler(root);
  const warnings: Warning[] = [];
  let faults = 0;
  let kept: object = {};
  Object.defineProperty(handler, 'context', {
    get: () => kept,
    set: (context: { addWarning: (warning: Warning) => void }) => {
      kept = context;
      context.addWarning = (warning) => {
        warnings.push(warning);
        faults += warning.error === undefined ? 0 : 1;
        if (faults > mostTold) throw new TooManyFaults();
      };
    },
  });
  try {
    return { root: (await reader.fromXML(xml, handler)).rootElement, warnings };
  } catch (error) {
    if (error instanceof TooManyFaults) return { root: null, warnings };
    throw error instanceof Error ? Object.assign(error, { warnings }) : error;
  }
}

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null && '$type' in value;

/** A text member; undefined where there is none. */
export const textOf = (element: Element | undefined, member: string): string | undefined => {
  const value = element?.[member];
  return typeof value === 'string' ? value : undefined;
};
export const idOf = (element: Element): string => textOf(element, 'id') ?? '';
export const nameOf = (element: Element): string => (textOf(element, 'name') ?? '').replace(/\s+/g, ' ').trim();
export const flagOf = (element: Element, member: string): boolean => element[member] === true;
export const childOf = (element: Element | undefined, member: string): Element | undefined => {
  const value = element?.[member];
  return isElement(value) ? value : undefined;
};
export const childrenOf = (element: Element | undefined, member: string): readonly Element[] => {
  const value = element?.[member];
  return Array.isArray(value) ? value.filter(isElement) : [];
};
/** The text of an expression element (conditionExpression, timeDuration, …). */
export const bodyOf = (element: Element | undefined, member: string): string | undefined => lines(textOf(childOf(element, member), 'body'));
/** Line ends as XML has them, nothing around. */
export const lines = <T extends string | undefined>(text: T): T => text?.replace(/\r\n?/g, '\n').trim() as T;
export const documentationOf = (element: Element): string => childrenOf(element, 'documentation').map((d) => lines(textOf(d, 'text') ?? '')).filter(Boolean).join('\n');

/** What this project wrote beside the element; null where there is nothing. */
export const exactOf = (element: Element): string | null =>
  textOf(childrenOf(childOf(element, 'extensionElements'), 'values').find((v) => v.$type === 'banjie:Exact'), 'json') ?? null;

/** XML 1.0 §2.2 has no place for most control characters and lone surrogates, not even escaped. */
export const xmlSafe = (text: string): string => text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
/** The same for JSON, which can escape them and loses nothing. */
export const jsonText = (value: unknown): string => JSON.stringify(value).replace(/[\ud800-\udfff\u007f-\u009f\u2028\u2029\ufffe\uffff]/gu, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
