import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { blocksOf, blocksRunBy, readmes, snippet } from '../support/readme.js';
import { projectFiles, read, root } from '../support/source-files.js';

/** Commands that a test run cannot start from inside: they start it, install, measure for minutes, or never end. What keeps them true. */
const keptTrueElsewhere: Readonly<Record<string, string>> = {
  'npm ci && npm start': 'test/e2e starts the same program from dist',
  'npm ci': '.ci/run',
  'npm start': 'test/e2e starts the same program from dist',
  'npm ci && npm test': '.ci/run',
  'npm test -- --selectProjects pure': '.ci/run runs all projects',
  'npm run check': '.ci/run',
  'npm run test:faults': 'npm test runs the same specs at a shorter length',
  'npm run bench -- append': 'measured by hand, and its figures kept in infra/benchmarks.md',
  'npm run rules': '.ci/run, as one of the checks',
  'npm run metrics': '.ci/run, as one of the checks',
};

const isCode = (language: string) => !['', 'text', 'mermaid'].includes(language);
const blocks = readmes().flatMap(blocksOf);
const at = ({ file, line }: { file: string; line: number }) => `${file}:${String(line)}`;
const commands = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/\s*#.*$/, '').trim())
    .filter((line) => line !== '');

describe('code in a README', () => {
  it('comes from a compiled file, or is run by a test', () => {
    const loose = blocks.filter(({ language, mark, text }) => {
      const known = commands(text).every((command) => command in keptTrueElsewhere);
      return isCode(language) && mark === '' && !known;
    });
    expect(loose.map(at)).toEqual([]);
  });

  it('equals the file that it comes from', () => {
    const quoted = blocks.filter(({ mark }) => mark === 'from');
    const stale = quoted.filter(({ text, pointer }) => text !== snippet(pointer));
    expect(stale.map(at)).toEqual([]);
  });

  it('is taken from the README by the test that promises to run it', () => {
    const promised = new Set(blocks.filter(({ mark }) => mark === 'run by').map(({ pointer }) => pointer));
    const broken = [...promised].filter(
      (spec) => !existsSync(join(root, spec)) || !read(spec).includes('blocksRunBy('),
    );
    expect(broken).toEqual([]);
  });

  it('is found, marked and cut out as readers see it', () => {
    const [block] = blocksOf('infra/checks/README.md');
    expect(block).toMatchObject({ language: 'ts', mark: 'from', pointer: 'test/support/readme.ts#run' });
    expect(snippet('test/support/readme.ts#run')).toMatch(/^\/\*\* The blocks that a spec has promised/);
    expect(() => snippet('test/support/readme.ts#nothing')).toThrow('has no region nothing');
    expect(blocksRunBy('nobody', 'infra/checks/README.md')).toEqual([]);
  });
});

describe('a README', () => {
  it('links to files that exist', () => {
    const dead = readmes().flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)/g)]
        .map(([, target = '']) => normalize(join(dirname(file), decodeURI(target))))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${file} → ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it('claims a rule only when a spec is named after it', () => {
    const specs = projectFiles(/\.spec\.ts$/)
      .map(read)
      .join('\n');
    const isProved = (id: string) => new RegExp(`['"\`](?:[A-Z0-9-]+, )*${id}\\b`).test(specs);
    const unproved = projectFiles(/^libs\/contexts\/[^/]+\/README\.md$/).flatMap((file) =>
      [...new Set(claimed(read(file)))].filter((id) => !isProved(id)).map((id) => `${file}: ${id}`),
    );
    expect(unproved).toEqual([]);
  });
});

/** The ids of the rules that a README says are kept; what stands under "Not here yet" is not claimed. */
const claimed = (markdown: string): readonly string[] => {
  const [kept = ''] = markdown.split(/^## Not here yet/m);
  return kept.match(/(?<![\w-])(?:E2E-|SD|[ADFIPRTV])\d+(?![\w-])/g) ?? [];
};
