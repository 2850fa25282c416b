import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';

const MAIN = `
const { CompileCache } = require(${JSON.stringify(join(__dirname, 'compile-cache.ts'))});
const [, , file] = process.argv;
const cache = file === undefined ? undefined : CompileCache.install(file);
// The cache does not keep a program from ending.
const busy = setInterval(() => undefined, 1000);
require('./part.js').then(() => cache?.save()).then(() => require('./late.js')).finally(() => clearInterval(busy));
`;
// Throws on its first line, where a wrapper would show, and further down.
const PART = `exports.first = () => { throw new Error('on the first line'); };
const trace = (fail) => { try { fail(); } catch (error) { return error.stack.split('\\n', 2); } };
const say = (...values) => console.log(JSON.stringify(values));
say(1, trace(exports.first), trace(() => null.x));
say(__filename, __dirname, this === exports, module.id, require.main.filename, arguments.length);
say(require.resolve('./late.js'), require.resolve.paths('x').length, require.cache[__filename] === module);
say(require('./data.json'), require('./modern.mjs').answer, module.children.length);
try { require('./broken.js'); } catch (error) { say(error.name, error.message, error.stack.split('\\n', 1)); }
module.exports = require('./later.js')();
`;
const FILES = {
  'main.cjs': MAIN,
  'part.js': PART,
  'later.js': `module.exports = () => import('./modern.mjs').then(({ answer }) => console.log('imported', answer));`,
  'late.js': `console.log('late');`,
  'data.json': '{ "a": 1 }',
  'modern.mjs': 'export const answer = 42;',
  'broken.js': 'const = 1;',
};

describe('the compile cache', () => {
  const folder = temporaryFolder();
  const cacheFile = join(folder, 'cache');
  const typescript = ['-C', 'source', '-r', join(__dirname, '../../../test/support/typescript.cjs')];
  const write = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
  };
  const run = (args: readonly string[] = [cacheFile], flags: readonly string[] = []) =>
    execFileSync(process.execPath, [...typescript, ...flags, join(folder, 'main.cjs'), ...args], { encoding: 'utf8' });
  const version = () => statSync(cacheFile, { bigint: true }).ino;

  beforeEach(() => {
    for (const [name, content] of Object.entries(FILES)) write(name, content);
  });
  afterAll(() => removeFolder(folder));

  it('changes nothing that a program can see, stack traces included', () => {
    const plain = run([]);

    expect(plain).toContain('part.js:1:');
    expect(plain).toContain('imported');
    expect(run()).toBe(plain);
    expect(run()).toBe(plain);
  });

  it('is written anew only when something had to be compiled', () => {
    run();
    const before = version();
    run();
    expect(version()).toBe(before);

    // Of the same length, and with another meaning.
    write('part.js', PART.replace('say(1,', 'say(2,'));
    expect(run()).toMatch(/^\[2,/);
    expect(version()).not.toBe(before);
  });

  it('does not trust a file that was damaged', () => {
    const good = run();
    const content = readFileSync(cacheFile);
    const flipped = Buffer.from(content);
    flipped.writeUInt8(flipped.readUInt8(content.length - 100) ^ 1, content.length - 100);
    for (const damaged of [Buffer.alloc(0), content.subarray(0, 1000), Buffer.from('text'), flipped]) {
      write('cache', damaged);
      expect(run()).toBe(good);
      expect(readFileSync(cacheFile)).not.toEqual(damaged);
    }
  });

  it('does without where nothing can be written', () => {
    expect(run([join(folder, 'missing', 'cache')])).toBe(run([]));
  });

  it('leaves the work to Node while source maps are on', () => {
    const mapped = join(folder, 'mapped');
    run([mapped], ['--enable-source-maps']);
    expect(() => statSync(mapped)).toThrow('ENOENT');
  });

  it('is Node’s own where Node has one, and ours elsewhere', () => {
    const door = JSON.stringify(join(__dirname, 'index.ts'));
    const program = `const kept = require(${door}).keepCompiled(process.argv[2]);
      require('./late.js');
      const busy = setInterval(() => undefined, 1000);
      kept.save().finally(() => clearInterval(busy));`;
    write('kept.cjs', program);
    const kept = join(folder, 'kept');
    execFileSync(process.execPath, [...typescript, join(folder, 'kept.cjs'), kept]);
    const hasOwn = 'flushCompileCache' in Module;
    expect([existsSync(kept), existsSync(`${kept}-by-node`)]).toEqual([!hasOwn, hasOwn]);
  });
});
