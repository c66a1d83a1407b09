import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.BANJIE_API ?? 'http://127.0.0.1:3000';

/**
 * The weights of the Chinese font as one style sheet. Slices of the same characters stand together, so that their long ranges, which repeat
 * for each weight, compress away; woff is left out beside woff2, which every browser that runs the console can read.
 */
function fontWeights(name: string, weights: readonly number[]): Plugin {
  const folder = here(`../node_modules/@fontsource/${name}/`);
  const id = `${folder}weights.css`;
  return {
    name: 'font-weights',
    enforce: 'pre',
    resolveId: (source) => (source === 'virtual:fonts.css' ? id : null),
    load(loaded) {
      if (loaded !== id) return null;
      const slices = weights.flatMap((weight) => {
        const rules = readFileSync(`${folder}${weight}.css`, 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [];
        if (rules.length === 0) throw new Error(`@fontsource/${name} has no weight ${weight}`);
        return rules.map((rule) => ({ range: /unicode-range:[^;]*/.exec(rule)?.[0] ?? '', rule: rule.replace(/,\s*url\([^)]*\.woff\) format\('woff'\)/, '') }));
      });
      return slices.sort((one, other) => one.range.localeCompare(other.range)).map((slice) => slice.rule).join('\n');
    },
  };
}

export default defineConfig({
  root: here('.'),
  plugins: [fontWeights('noto-sans-sc', [400, 500, 700]), react()],
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    // Nothing as a data: URL, so that the content security policy can name 'self' alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'framework', test: /node_modules[\\/](react|react-dom|scheduler|react-i18next|i18next|@tanstack)[\\/]/ },
            // no-eval with them: inside a chunk modules keep their order, and it must run before any schema is made.
            { name: 'contracts', test: /[\\/](node_modules[\\/]zod|contracts)[\\/]|[\\/]no-eval\.ts/, priority: 2 },
            { name: 'ui', test: /web[\\/]src[\\/](ui|lib)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/api', '/healthz', '/readyz', '/openapi.json', '/docs'].map((path) => [path, { target: api }])),
  },
});
