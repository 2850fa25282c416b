// Lets plain Node run the sources, for processes that specs start: `node -C source -r ./test/support/typescript.cjs x.ts`.
// The same compiler and options as in the build and in Jest. A file is compiled once: hundreds of these processes start in a run.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { transformSync, version } = require('@swc/core');

const root = join(__dirname, '../..');
const { exclude: _, $schema: __, ...options } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const kept = join(root, 'node_modules/.cache/typescript');
const made = `${version} ${JSON.stringify(options)}`;
const digest = (...texts) => createHash('sha256').update(JSON.stringify(texts)).digest('hex');

/** What is kept for this name, if it was made of the same; it says so on its last line, so that all others keep their numbers. */
const keptIn = (file, mark) => {
  try {
    const code = readFileSync(file, 'utf8');
    return code.endsWith(mark) ? code : undefined;
  } catch {
    return undefined;
  }
};

/** Replaces the file at once: other processes read the old one or the new one. Where nothing can be written, nothing is kept. */
const keep = (file, code) => {
  const side = `${file}.${process.pid}`;
  try {
    mkdirSync(kept, { recursive: true });
    writeFileSync(side, code);
    renameSync(side, file);
  } catch {
    rmSync(side, { force: true });
  }
  return code;
};

require.extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const file = join(kept, digest(filename));
  const mark = `\n//${digest(made, source)}`;
  const compiled = () => transformSync(source, { ...options, filename, swcrc: false, sourceMaps: 'inline' }).code;
  module._compile(keptIn(file, mark) ?? keep(file, compiled() + mark), filename);
};

// Sources import each other by the names they have once built.
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  try {
    return resolve.call(this, request, parent, ...rest);
  } catch (error) {
    if (!/^\.{1,2}\/.*\.js$/.test(request)) throw error;
    return resolve.call(this, request.replace(/js$/, 'ts'), parent, ...rest);
  }
};
