/**
 * The simple part of the Unified Expression Language (JSR 245) as Camunda 7 and Flowable write it, as FEEL. Whatever calls code (methods, beans,
 * functions), assigns, or counts by rules that FEEL does not share is refused: a condition that means something else is worse than none.
 *
 * EL knows no null in logic: an absent variable is false, and `!absent` is true. FEEL is three-valued. So every truth value is asked with "= true".
 */
export type Juel = { readonly ok: true; readonly feel: string; readonly uses: readonly Use[] } | { readonly ok: false; readonly at: string };
/** A variable that is read, and what it must be for that. */
export interface Use { readonly variable: string; readonly as: 'boolean' | 'number' | 'text' | 'date' | 'list' | 'any'; readonly path?: boolean }
type Kind = Use['as'];

interface Token { readonly kind: 'name' | 'number' | 'text' | 'sign' | 'end'; readonly text: string }
/** How close a term holds together: a conditional 0, or 1, and 2, comparison 3, sum 4, product 5, a single thing 6. */
interface Term {
  readonly feel: string;
  readonly holds: number;
  readonly kind: Kind;
  /** Of a plain variable: asked for as what it is used. */
  readonly variable?: string;
  readonly path?: boolean;
  /** A comparison with nothing is nothing in FEEL, but false in EL. */
  readonly maybe?: boolean;
}

class NotSimple extends Error {}
const words: Readonly<Record<string, string>> = { eq: '==', ne: '!=', lt: '<', gt: '>', le: '<=', ge: '>=', and: '&&', or: '||', not: '!', div: '/', mod: '%' };
const deepest = 40;

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:([A-Za-z_$][\w$]*)|(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(==|!=|<=|>=|&&|\|\||[<>!?:()[\].+\-*/%,]))/y;
  for (let at = 0; at < text.trimEnd().length; at = pattern.lastIndex) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) throw new NotSimple(text.slice(at).trim());
    const [, name, number, quoted, sign] = match;
    if (name !== undefined) tokens.push(Object.hasOwn(words, name) ? { kind: 'sign', text: words[name] ?? name } : { kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\(["'\\])/g, '$1') });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return [...tokens, { kind: 'end', text: '' }];
}

/** @param inner what stands between `${` and `}` @param rename how a variable is called here */
export function juelToFeel(inner: string, rename: (variable: string) => string, wanted: Kind = 'any'): Juel {
  const uses: Use[] = [];
  let at = 0;
  let depth = 0;
  let tokens: readonly Token[] = [];
  const look = (): Token => tokens[at] ?? { kind: 'end', text: '' };
  const take = (): Token => tokens[at++] ?? { kind: 'end', text: '' };
  const takes = (...signs: readonly string[]): string | null => (look().kind === 'sign' && signs.includes(look().text) ? take().text : null);
  const need = (sign: string): void => {
    if (takes(sign) === null) throw new NotSimple(look().text);
  };
  const used = (term: Term, as: Kind): string => {
    if (term.variable !== undefined) uses.push({ variable: term.variable, as, ...(term.path ? { path: true } : {}) });
    return term.feel;
  };
  const truth = (term: Term): Term => {
    if (term.variable !== undefined) return { feel: `${used(term, 'boolean')} = true`, holds: 3, kind: 'boolean' };
    if (term.kind !== 'boolean') throw new NotSimple(term.feel);
    return term;
  };
  const number = (term: Term): Term => {
    if (term.kind !== 'number' && term.variable === undefined) throw new NotSimple(term.feel);
    return { ...term, feel: used(term, 'number') };
  };
  const within = ({ feel, holds }: Pick<Term, 'feel' | 'holds'>, least: number): string => (holds < least ? `(${feel})` : feel);
  const deeper = <T>(parse: () => T): T => {
    if (++depth > deepest) throw new NotSimple('(');
    const result = parse();
    depth -= 1;
    return result;
  };

  const choice = (): Term => deeper(() => {
    const test = or();
    if (takes('?') === null) return test;
    const yes = choice();
    need(':');
    const no = choice();
    const kind = yes.kind === 'any' ? no.kind : yes.kind;
    return { feel: `if ${truth(test).feel} then ${used(yes, kind)} else ${used(no, kind)}`, holds: 0, kind };
  });
  const joined = (sign: string, word: string, holds: number, next: () => Term) => (): Term => {
    let left = next();
    while (takes(sign) !== null) {
      const [a, b] = [truth(left), truth(next())];
      left = { feel: `${within(a, holds)} ${word} ${within(b, holds)}`, holds, kind: 'boolean', ...(a.maybe || b.maybe ? { maybe: true } : {}) };
    }
    return left;
  };
  const compared = (signs: readonly string[], ordered: boolean, next: () => Term) => (): Term => {
    let left = next();
    for (let sign = takes(...signs); sign !== null; sign = takes(...signs)) {
      const right = next();
      const named = left.kind !== 'any' ? left.kind : right.kind;
      const kind = ordered && named === 'any' ? 'number' : named;
      const [a, b] = [{ ...left, feel: used(left, kind) }, { ...right, feel: used(right, kind) }];
      left = { feel: `${within(a, 4)} ${sign === '==' ? '=' : sign} ${within(b, 4)}`, holds: 3, kind: 'boolean', ...(ordered ? { maybe: true } : {}) };
    }
    return left;
  };
  const arithmetic = (signs: readonly string[], holds: number, next: () => Term) => (): Term => {
    let left = next();
    for (let sign = takes(...signs); sign !== null; sign = takes(...signs)) left = { feel: `${within(number(left), holds)} ${sign} ${within(number(next()), holds + 1)}`, holds, kind: 'number' };
    return left;
  };
  const unary = (): Term => deeper(() => {
    if (takes('!') !== null) {
      const term = truth(unary());
      return { feel: term.maybe ? `not((${term.feel}) = true)` : `not(${term.feel})`, holds: 6, kind: 'boolean' };
    }
    if (takes('-') !== null) return { feel: `-${within(number(unary()), 6)}`, holds: 5, kind: 'number' };
    if (look().kind === 'name' && look().text === 'empty') {
      take();
      const term = unary();
      if (term.variable === undefined) throw new NotSimple('empty');
      // An empty text and an empty list are kept as nothing here (model/forms.ts).
      return { feel: `${used(term, 'any')} = null`, holds: 3, kind: 'boolean' };
    }
    return value();
  });
  const value = (): Term => {
    const token = take();
    const single = (feel: string, kind: Kind): Term => ({ feel, holds: 6, kind });
    if (token.kind === 'number') return single(token.text, 'number');
    if (token.kind === 'text') return single(JSON.stringify(token.text), 'text');
    if (token.kind === 'sign' && token.text === '(') {
      const inside = choice();
      need(')');
      return inside;
    }
    if (token.kind !== 'name') throw new NotSimple(token.text || inner);
    if (token.text === 'true' || token.text === 'false') return single(token.text, 'boolean');
    if (token.text === 'null') return single('null', 'any');
    let feel = rename(token.text);
    let path = false;
    while (takes('.') !== null) {
      const member = take();
      if (member.kind !== 'name') throw new NotSimple(member.text);
      // The one call that only compares.
      if (member.text === 'equals' && takes('(') !== null) {
        const other = choice();
        need(')');
        const left = used({ feel, holds: 6, kind: 'any', variable: token.text, ...(path ? { path } : {}) }, other.kind);
        return { feel: `${left} = ${within({ ...other, feel: used(other, other.kind) }, 4)}`, holds: 3, kind: 'boolean' };
      }
      feel += `.${member.text}`;
      path = true;
    }
    // A call, an index, or a function of a namespace (not the colon of "a ? b : c").
    const next = look().text;
    const calls = look().kind === 'sign' && (next === '(' || next === '[' || (next === ':' && tokens[at + 1]?.kind === 'name' && tokens[at + 2]?.text === '('));
    if (calls) throw new NotSimple(`${feel}${next}`);
    return { feel, holds: 6, kind: 'any', variable: token.text, ...(path ? { path } : {}) };
  };
  const product = arithmetic(['*', '/'], 5, unary);
  const sum = arithmetic(['+', '-'], 4, product);
  const relation = compared(['<', '<=', '>', '>='], true, sum);
  const equality = compared(['==', '!='], false, relation);
  const and = joined('&&', 'and', 2, equality);
  const or = joined('||', 'or', 1, and);

  try {
    tokens = tokenize(inner);
    const result = choice();
    if (look().kind !== 'end') throw new NotSimple(look().text);
    const feel = wanted === 'boolean' ? truth(result).feel : used(result, wanted === 'any' ? result.kind : wanted);
    return { ok: true, feel, uses };
  } catch (error) {
    if (error instanceof NotSimple) return { ok: false, at: error.message.slice(0, 80) };
    throw error;
  }
}
