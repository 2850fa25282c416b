import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { lineCount, projectFiles, read, root, topLevel } from '../support/source-files.js';

const source = /\.([cm]?[jt]s|sql)$/;
describe('the tree', () => {
  it('holds at its top what newcomers look for, and nothing else', () => {
    const allowed = [
      'apps',
      'libs',
      'infra',
      'test',
      'nest-cli.json',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
    ];
    const readmes = ['README.md', 'README.zh-CN.md'];
    const others = topLevel().filter((name) => !name.startsWith('.') && ![...allowed, ...readmes].includes(name));
    expect(others).toEqual([]);
    expect([...allowed, ...readmes].filter((name) => !topLevel().includes(name))).toEqual([]);
  });

  it('holds source files of at most 200 lines, specs and contracts apart', () => {
    const files = projectFiles(source).filter((path) => !/\.(spec|contract)\.ts$/.test(path));
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((path) => lineCount(path) > 200)).toEqual([]);
  });

  it('names files in kebab-case, with the role as the second name', () => {
    const odd = projectFiles(/^(apps|libs|test|infra)\/.*\.ts$/).filter(
      (path) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.ts$/.test(path.split('/').at(-1) ?? ''),
    );
    expect(odd).toEqual([]);
  });

  it('gives every context a README of one page and a door', () => {
    const contexts = new Set(
      projectFiles(/^libs\/contexts\/[^/]+\//).map((path) => path.split('/').slice(0, 3).join('/')),
    );
    const due = [...contexts].flatMap((context) => [`${context}/README.md`, `${context}/index.ts`]);
    expect(due.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(due.filter((file) => file.endsWith('.md') && lineCount(file) > 80)).toEqual([]);
  });
});

describe('what is written', () => {
  const written = projectFiles(/\.(ts|[cm]?js|json|md|sql|sh|graphql|yml|yaml)$|^\.[a-z]+(rc)?$|^\.ci\//);

  it('names no folder of the machine it was written on, and no registry host', () => {
    const forbidden = /\B\/work\/|\.\.\/shared\/|registry\.(npmjs|npmmirror|yarnpkg)\.|npmmirror\.com/;
    const told = written
      .filter((path) => path !== 'test/structure/files.spec.ts')
      .flatMap((path) =>
        read(path)
          .split('\n')
          .map((line, index) => ({ at: `${path}:${String(index + 1)}`, line })),
      )
      .filter(({ line }) => forbidden.test(line));
    expect(told.map(({ at }) => at)).toEqual([]);
  });

  it('locks versions and contents, not the places they come from', () => {
    const locks = projectFiles(/(^|\/)package-lock\.json$/);
    expect(locks).toContain('package-lock.json');
    for (const lock of locks.map(read)) {
      expect(lock).toMatch(/"integrity"/);
      expect(lock).not.toMatch(/"resolved": "https?:/);
    }
  });
});
