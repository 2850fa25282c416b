const { existsSync, readdirSync, readFileSync } = require('node:fs');
const { join, posix } = require('node:path');

/** What a program needs to start another one; a spec that reaches none of them runs in its own process alone. */
const starters = ['node:child_process', 'node:worker_threads', 'node:cluster', 'playwright-core'];
/** Asks for a database on the PostgreSQL that the test run starts. */
const database = 'test/support/fresh-database.ts';
const faults = /^test\/faults\/|\.fault\.spec\.ts$/;

// Types are gone before a spec runs; what is imported for its effect, or at run time by a fixed name, is not.
const imported =
  /^(?:import|export)(?! type\b)[^;']*? from '([^']+)'|^import '([^']+)'|\b(?:import|require)\('([^']+)'\)/gm;

/** Where an alias of package.json leads in the sources; nothing for the name of a package. */
const aliased = (aliases, name) => {
  for (const [alias, { source }] of Object.entries(aliases)) {
    const [before, after] = alias.split('*');
    if (after === undefined ? name !== alias : !name.startsWith(before) || !name.endsWith(after)) continue;
    return source.slice(2).replace('*', name.slice(before.length, name.length - (after ?? '').length));
  }
};

/** Which specifications belong to which project, found by what each of them can reach through its imports. */
module.exports = (root) => {
  const { imports: aliases } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const isThere = (path) => existsSync(join(root, path));
  const resolved = (name, from) => {
    if (!name.startsWith('.')) return aliased(aliases, name) ?? name;
    const path = posix.join(posix.dirname(from), name);
    return [path.replace(/\.js$/, '.ts'), path, `${path}.ts`].find(isThere) ?? path;
  };
  const known = new Map();
  const importsOf = (path) => {
    if (!known.has(path)) {
      const isSource = /\.[cm]?[jt]s$/.test(path) && isThere(path);
      const names = isSource ? [...readFileSync(join(root, path), 'utf8').matchAll(imported)] : [];
      known.set(
        path,
        names.map(([, from, effect, late]) => resolved(from ?? effect ?? late, path)),
      );
    }
    return known.get(path);
  };
  const needsServer = (spec) => {
    const reached = new Set([spec]);
    for (const path of reached) {
      if (path === database || starters.includes(path)) return true;
      for (const next of importsOf(path)) reached.add(next);
    }
    return false;
  };
  const specs = ['apps', 'libs', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true })
      .map((path) => `${folder}/${path}`.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.spec.ts')),
  );
  const projects = { pure: [], server: [], faults: [] };
  for (const spec of specs) projects[faults.test(spec) ? 'faults' : needsServer(spec) ? 'server' : 'pure'].push(spec);
  return projects;
};
