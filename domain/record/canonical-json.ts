/**
 * JSON in the one form that everybody prints alike (RFC 8785, JSON Canonicalization Scheme): members sorted by UTF-16 code units, no white
 * space, numbers as ECMAScript prints them. Two parties that hold the same value get the same bytes, hence the same hash.
 */

/** What has no place in JSON: NaN, infinities, functions, lone surrogates. A caller that meets it has malformed input. */
export class NotCanonical extends Error {}

/** `undefined` members are left out, as JSON.stringify does. @throws NotCanonical */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new NotCanonical('a string has a lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new NotCanonical(`${value} is not a JSON number`);
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new NotCanonical(`a ${typeof value} is not JSON`);
  }
}

function canonicalArray(items: readonly unknown[]): string {
  return `[${items.map((item) => (item === undefined ? 'null' : canonicalJson(item))).join(',')}]`;
}

function canonicalObject(object: object): string {
  const members: string[] = [];
  // The default order of sort() is that of UTF-16 code units, which RFC 8785 §3.2.3 asks for.
  for (const key of Object.keys(object).sort()) {
    const value: unknown = (object as Record<string, unknown>)[key];
    if (value !== undefined) members.push(`${canonicalJson(key)}:${canonicalJson(value)}`);
  }
  return `{${members.join(',')}}`;
}
