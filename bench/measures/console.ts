/** 7. What the console sends before somebody can work. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../cli/stack/places.ts';
import type { Measured } from '../report.ts';

export function consoleMeasure(): Measured {
  const folder = join(projectRoot, 'dist/console');
  const files = readdirSync(folder, { recursive: true }).map(String).filter((name) => statSync(join(folder, name)).isFile());
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const size = (names: readonly string[]): number => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  const first = files.filter((name) => html.includes(name.replaceAll('\\', '/')) && /\.(js|css)$/.test(name));
  const scripts = files.filter((name) => /\.(js|css)$/.test(name));
  const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} KB`;
  return {
    measure: '7. Console', rows: [],
    notes: [
      { what: 'named by the page itself (scripts and styles, gzip)', value: kilobytes(size(first)) },
      { what: 'all pages together (scripts and styles, gzip)', value: kilobytes(size(scripts)) },
      { what: 'files of Chinese type, fetched by need', value: String(files.filter((name) => name.endsWith('.woff2')).length) },
    ],
  };
}
