/** Names of a file as names of a definition, each once: what other engines allow in ids and variables, FEEL cannot read (model/names.ts). */
import { nameProblem } from '../../domain/model/names.ts';

export interface Names {
  readonly step: (id: string) => string;
  readonly field: (variable: string) => string;
  /** Variable of the file by the name of its field here. */
  readonly variableOf: (field: string) => string;
  readonly role: (group: string) => string;
  /** Reserves ids that flows have. */
  readonly flow: (id: string) => string;
  /** Keeps an id as it is; false where it is taken. */
  readonly claim: (id: string) => boolean;
}

const camel = (text: string): string => {
  const parts = text.normalize('NFKD').split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = parts.map((p, i) => (i === 0 ? p.charAt(0).toLowerCase() + p.slice(1) : p.charAt(0).toUpperCase() + p.slice(1))).join('');
  // An id in capitals ("ID", "URL_2") reads better in small letters than as "iD".
  const name = /^[a-z][A-Z0-9]+$/.test(joined) ? joined.toLowerCase() : joined;
  return name.slice(0, 70);
};
/** Letters and hyphens, as the posts of a token have them. */
export const slug = (text: string): string =>
  text.normalize('NFKD').replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 60).replace(/-+$/, '');

export function createNames(): Names {
  const taken = new Set<string>();
  const steps = new Map<string, string>();
  const fields = new Map<string, string>();
  const variables = new Map<string, string>();
  const roles = new Map<string, string>();
  const used = (map: ReadonlyMap<string, string>): ReadonlySet<string> => new Set(map.values());
  const letters = (n: number): string => (n < 26 ? String.fromCharCode(97 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26));
  return {
    claim: (id) => !taken.has(id) && (taken.add(id), true),
    flow: (id) => {
      let name = id;
      for (let n = 2; taken.has(name); n++) name = `${id}_${n}`;
      taken.add(name);
      return name;
    },
    step: (id) => {
      const known = steps.get(id);
      if (known !== undefined) return known;
      const base = nameProblem('step', id) === null ? id : nameProblem('step', camel(id)) === null ? camel(id) : `step${camel(id).replace(/[^A-Za-z0-9]/g, '')}`;
      let name = base;
      for (let n = 2; taken.has(name); n++) name = `${base}${n}`;
      taken.add(name);
      steps.set(id, name);
      return name;
    },
    field: (variable) => {
      const known = fields.get(variable);
      if (known !== undefined) return known;
      const base = nameProblem('field', variable) === null ? variable : nameProblem('field', camel(variable)) === null ? camel(variable) : `${camel(variable) || 'field'}Value`.replace(/^[^a-z]+/, 'field');
      let name = base;
      for (let n = 2; variables.has(name); n++) name = `${base}${n}`;
      fields.set(variable, name);
      variables.set(name, variable);
      return name;
    },
    variableOf: (field) => variables.get(field) ?? field,
    role: (group) => {
      const known = roles.get(group);
      if (known !== undefined) return known;
      // No digits: a post is letters and hyphens.
      const base = slug(group).replace(/\d+/g, '').replace(/--+/g, '-').replace(/^-+|-+$/g, '') || 'post';
      let name = base;
      for (let n = 1; used(roles).has(name); n++) name = `${base}-${letters(n)}`;
      roles.set(group, name);
      return name;
    },
  };
}

/** Key of a process from its id; null where nothing of it can stand in a key. */
export function keyOf(id: string): string | null {
  const key = slug(id).replace(/^[^a-z]+/, '');
  return key === '' ? null : key;
}
