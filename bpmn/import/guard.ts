/** A first look at XML from outside, before anything builds a tree of it: size, depth, and what no process needs (document types and their entities). */

export const largestXml = 2_000_000;
const deepest = 100;
const mostElements = 20_000;

export type GuardCode = 'xml.too-large' | 'xml.doctype' | 'xml.too-deep' | 'xml.too-many' | 'xml.characters';

/** @returns what is wrong, null where it may be parsed. One pass over the text. */
export function guardXml(xml: string): GuardCode | null {
  if (xml.length > largestXml) return 'xml.too-large';
  if (!xml.isWellFormed() || forbidden.test(xml) || namesForbidden(xml)) return 'xml.characters';
  let depth = 0;
  let elements = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at)) {
    const skipped = skip(xml, at);
    if (skipped === 'doctype') return 'xml.doctype';
    if (skipped !== null) {
      at = skipped;
      continue;
    }
    const close = endOfTag(xml, at + 1);
    if (xml[at + 1] === '/') depth -= 1;
    else {
      elements += 1;
      if (xml[close - 1] !== '/') depth += 1;
    }
    if (depth > deepest) return 'xml.too-deep';
    if (elements > mostElements) return 'xml.too-many';
    at = close + 1;
  }
  return null;
}

/** XML 1.0 §2.2. */
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** The same by number (§4.1): "&#0;" comes out of a parser as a character that no database keeps. */
function namesForbidden(xml: string): boolean {
  for (const [, decimal, hex] of xml.matchAll(/&#(?:(\d+)|x([\da-fA-F]+));?/g)) {
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || forbidden.test(String.fromCodePoint(code))) return true;
  }
  return false;
}

/** Where a comment, CDATA or processing instruction ends. Markup declarations (DOCTYPE, ENTITY) expand other text or fetch it: refused as such. */
function skip(xml: string, at: number): number | 'doctype' | null {
  const after = (end: string): number => {
    const found = xml.indexOf(end, at);
    return found === -1 ? xml.length : found + end.length;
  };
  if (xml.startsWith('<!--', at)) return after('-->');
  if (xml.startsWith('<![CDATA[', at)) return after(']]>');
  if (xml.startsWith('<?', at)) return after('?>');
  return xml[at + 1] === '!' ? 'doctype' : null;
}

/** '>' may stand in the value of an attribute. */
function endOfTag(xml: string, from: number): number {
  let quote = '';
  for (let i = from; i < xml.length; i++) {
    const c = xml[i] ?? '';
    if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i;
  }
  return xml.length;
}
