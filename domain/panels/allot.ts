/** 名额分配: who gets which of several levels of places, by rank among those that were voted for. Places may stay empty; none is ever given twice, and never more than there are. Pure. */

export interface Level { readonly id: string; readonly places: number }
export interface Voted { readonly id: string; /** Equals share a rank. */ readonly rank: number | null; /** 票决通过. */ readonly passed: boolean }
export interface TieWay {
  /** 并列表决的次序: decides between equals, where it names all of them. */
  readonly order: readonly string[];
  /** Of equals that are more than the places left: 'ask' = stop there, somebody has to decide; 'vacate' = none of them gets a place of this level. */
  readonly ties: 'ask' | 'vacate';
}
export interface Allotment { readonly assigned: readonly { readonly id: string; readonly level: string }[]; /** Equals that must be decided between before anything is given. */ readonly tied: readonly string[] }

/** @param levels the highest first; whoever gets no place there is considered for the next */
export function allot(levels: readonly Level[], candidates: readonly Voted[], { order, ties }: TieWay): Allotment {
  const place = new Map(order.map((id, i) => [id, i]));
  const ranked = [...new Map(candidates.map((c) => [c.id, c])).values()].filter((c): c is Voted & { rank: number } => c.passed && c.rank !== null);
  let waiting = ranked.sort((a, b) => a.rank - b.rank || (place.get(a.id) ?? order.length) - (place.get(b.id) ?? order.length) || (a.id < b.id ? -1 : 1));
  const assigned: { id: string; level: string }[] = [];
  for (const { id: level, places } of levels) {
    let left = Math.max(0, places);
    while (left > 0) {
      const first = waiting[0];
      if (!first) break;
      const equals = waiting.filter((c) => c.rank === first.rank);
      if (equals.length > left && !equals.every((c) => place.has(c.id))) {
        if (ties === 'ask') return { assigned: [], tied: equals.map((c) => c.id).sort() };
        break;
      }
      const taken = equals.slice(0, left);
      assigned.push(...taken.map((c) => ({ id: c.id, level })));
      waiting = waiting.filter((c) => !taken.includes(c));
      left -= taken.length;
    }
  }
  return { assigned, tied: [] };
}
