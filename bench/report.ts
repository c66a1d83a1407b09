/** Ratios first, then the numbers behind them. */
import { cpus, totalmem } from 'node:os';

export interface Row {
  readonly what: string;
  readonly ours: number;
  readonly baseline: number;
  readonly unit: string;
  /** 'more' where a larger number is better: the ratio is ours / baseline either way. */
  readonly better: 'more' | 'less';
  /** The ratio that is aimed at: at least (more) or at most (less); null where the ratio is only to be known. */
  readonly aim: number | null;
}
export interface Note { readonly what: string; readonly value: string }
export interface Measured { readonly measure: string; readonly rows: readonly Row[]; readonly notes: readonly Note[] }

export const machine = (): string => {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
};

const shown = (n: number): string => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
export const ratio = ({ ours, baseline }: Row): number => ours / baseline;
export const meets = (row: Row): boolean | null => (row.aim === null ? null : row.better === 'more' ? ratio(row) >= row.aim : ratio(row) <= row.aim);

const mark: Readonly<Record<string, string>> = { true: '✓', false: '✗', null: '' };

export function table(all: readonly Measured[]): string {
  const lines = [`# ${machine()}`, ''];
  for (const { measure, rows, notes } of all) {
    lines.push(`## ${measure}`, '');
    if (rows.length > 0) {
      lines.push('| | ratio | aim | | Banjie | baseline | unit |', '|---|---|---|---|---|---|---|');
      for (const row of rows) lines.push(`| ${row.what} | **${shown(ratio(row))}** | ${row.aim === null ? '' : `${row.better === 'more' ? '≥' : '≤'} ${row.aim}`} | ${mark[String(meets(row))]} | ${shown(row.ours)} | ${shown(row.baseline)} | ${row.unit} |`);
      lines.push('');
    }
    for (const note of notes) lines.push(`- ${note.what}: ${note.value}`);
    lines.push('');
  }
  return lines.join('\n');
}

export const asJson = (all: readonly Measured[]): string => `${JSON.stringify({
  machine: machine(), at: new Date().toISOString(), results: all.map(({ measure, rows, notes }) => ({ measure, rows: rows.map((row) => ({ ratio: ratio(row), meets: meets(row), ...row })), notes })),
}, null, 2)}\n`;
