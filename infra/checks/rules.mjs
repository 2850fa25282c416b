import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import projectsIn from './projects.cjs';
import claimed from './rule-claims.cjs';
import { root } from './tools.mjs';

/** Prints each rule of the domain, the specifications named after it, and how far it is built; fails when these do not agree. */
const read = (path) => readFileSync(join(root, path), 'utf8');
// What the fault suite is named after are faults, numbered in a list of their own.
const { pure, server } = projectsIn(root);
const specs = [...pure, ...server].map((path) => ({ path, text: read(path) }));

const { rules, faults } = claimed(JSON.parse(read('infra/rules.json')), specs);
for (const { id, status, specs } of rules)
  console.log(`${id.padEnd(5)} ${status.padEnd(6)} ${specs.join(', ')}`.trimEnd());
const count = (status) => rules.filter((rule) => rule.status === status).length;
console.log(`${rules.length} rules: ${count('built')} built, ${count('partly')} partly, ${count('open')} open`);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
