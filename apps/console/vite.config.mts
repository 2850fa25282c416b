import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { acts } from './acts.mts';
import { labels } from './labels.mts';

const root = fileURLToPath(new URL('.', import.meta.url));
const schema = fileURLToPath(new URL('../api/schema.graphql', import.meta.url));
/** Where the API listens: `PORT` says it to both. */
const api = process.env.API ?? `http://127.0.0.1:${process.env.PORT ?? '4000'}`;
const asked = ['/graphql', '/auth', '/health', '/evidence'];

/** How the console is built; `infra/console.mjs` and `npm run dev` use it. In development the API stands behind the same origin. */
export default defineConfig({
  root,
  plugins: [react(), labels(schema), acts(schema)],
  // The server puts another nonce in its place with every page that it sends: styles made by scripts need it.
  html: { cspNonce: 'NONCE-OF-THIS-PAGE' },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(asked.map((path) => [path, { target: api, ws: true }])),
  },
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_000,
  },
});
