import { join } from 'node:path';
import { defineConfig, mergeConfig } from 'vite';
import { shell } from './shell.mts';
import console from './vite.config.mts';

const root = import.meta.dirname;

/**
 * How the form for phones is built: by itself, so that it loads nothing that only the console needs, and on what does for a form what
 * React does, in a tenth of its size. In development it is React that runs it.
 */
export default mergeConfig(
  console,
  defineConfig({
    plugins: [shell()],
    publicDir: false,
    resolve: {
      alias: [
        { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
        { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react$/, replacement: 'preact/compat' },
      ],
    },
    build: {
      manifest: '.vite/field.json',
      rolldownOptions: {
        input: ['field.html', 'src/field/worker/field-worker.ts'].map((path) => join(root, path)),
        output: {
          // A browser knows a worker by its address, which stays.
          entryFileNames: ({ name }) => (name === 'field-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        },
      },
    },
  }),
);
