/** Numbers without gaps (案号、文号、用印号): which events want one, and what they are with it. */
import type { CaseEvent, CaseEventBody } from '../../domain/engine/events.ts';

interface Wanted { readonly series: string; readonly with: (n: number) => CaseEventBody }

const inFormat = (format: string, n: number): string => format.replace('{n}', () => String(n));

export function wantedNumber({ body }: CaseEvent): Wanted | null {
  switch (body.type) {
    case 'case.numbered':
      return body.number === null ? { series: body.series, with: (n) => ({ ...body, number: inFormat(body.format, n) }) } : null;
    case 'document.drafted': {
      const { series, format, number } = body;
      return series !== null && format !== null && number === null ? { series, with: (n) => ({ ...body, number: inFormat(format, n) }) } : null;
    }
    case 'document.issued': {
      const { seal } = body;
      return seal !== null && seal.no === null ? { series: seal.series, with: (no) => ({ ...body, seal: { ...seal, no } }) } : null;
    }
    default:
      return null;
  }
}

/** @param next the first free number of each series that is wanted */
export function withNumbers(events: readonly CaseEvent[], next: Map<string, number>): readonly CaseEvent[] {
  return events.map((event) => {
    const wanted = wantedNumber(event);
    if (wanted === null) return event;
    const n = next.get(wanted.series) ?? 0;
    next.set(wanted.series, n + 1);
    return { ...event, body: wanted.with(n) };
  });
}
