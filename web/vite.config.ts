import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const api = process.env.BANJIE_API ?? 'http://127.0.0.1:3000';

/** The font package names a woff beside every woff2. No browser that runs the console needs it, and it would double the build. */
const woff2Only: Plugin = {
  name: 'woff2-only',
  enforce: 'pre',
  transform(code, id) {
    if (!/@fontsource[\\/].*\.css/.test(id)) return null;
    return { code: code.replaceAll(/,\s*url\([^)]*\.woff\) format\('woff'\)/g, ''), map: null };
  },
};

export default defineConfig({
  root: here('.'),
  plugins: [woff2Only, react()],
  build: {
    outDir: here('../dist/console'),
    emptyOutDir: true,
    // Nothing as a data: URL, so that the content security policy can name 'self' alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(['/api', '/healthz', '/readyz', '/openapi.json', '/docs'].map((path) => [path, { target: api }])),
  },
});
