import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/*
 * Fails on a text of the console's catalogue that nothing says, and on one whose halves name different values. A text that is
 * missing, in either language, does not compile.
 */

const home = join(root, 'apps/console/src');
const sources = readdirSync(home, { recursive: true })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
  .map((path) => ({ path, content: readFileSync(join(home, path), 'utf8') }));

const isCatalogue = ({ path }) => path.endsWith('.words.ts');
const entry = /^ {2}'([\w.]+)': (\[[^\]]*\])/gm;
const catalogue = sources.filter(isCatalogue).flatMap(({ path, content }) =>
  [...content.matchAll(entry)].map(([, key, halves]) => ({
    path,
    key,
    halves: [...halves.matchAll(/'((?:[^'\\]|\\.)*)'/g)].map(([, text]) => text),
  })),
);

const users = sources.filter((source) => !isCatalogue(source)).map(({ content }) => content);
const said = users.join('\n');
// A key that is put together is named by what it begins with: t(`party.${party}`).
const beginnings = [...said.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning]) => beginning);
const isSaid = (key) => said.includes(`'${key}'`) || beginnings.some((beginning) => key.startsWith(beginning));

const names = (text) => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort().join();

const problems = [
  ...catalogue.filter(({ key }) => !isSaid(key)).map(({ path, key }) => `${path}: nothing says ${key}`),
  ...catalogue
    .filter(({ halves: [zh, ...others] }) => others.some((text) => names(text) !== names(zh)))
    .map(({ path, key }) => `${path}: the halves of ${key} name different values`),
  ...catalogue.filter(({ halves }) => halves.length < 2).map(({ path, key }) => `${path}: cannot read ${key}`),
];
for (const problem of problems) console.error(problem);
console.log(`${catalogue.length} texts`);
process.exitCode = problems.length > 0 || catalogue.length === 0 ? 1 : 0;
