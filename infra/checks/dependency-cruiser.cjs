/** Who may import whom. Change a direction here, with a decision record, or not at all. */

// In a context everything is the core, however deep, but the views and the files whose names say otherwise.
const role = '[.](resolver|module|args|loader|spec|examples)[.]ts$';
const core = (context) => `^libs/contexts/${context}/(?!.*(views/|${role})).*[.]ts$`;
const specs = '[.](spec|contract|examples)[.]ts$|^libs/kernel/testing/';
const door = '^libs/contexts/[^/]+/index[.]ts$';
const CONTEXTS = ['parties', 'grants', 'policy-packs', 'duties', 'imports', 'directives', 'evidence', 'findings'];
const proofs = '^libs/transparency/(tree|proof|note|checkpoint|tile)[.]ts$';
const rule = (name, from, to) => ({ name, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-cycles', {}, { circular: true }),
    rule('kernel-stands-alone', { path: '^libs/kernel/', pathNot: specs }, { pathNot: '^libs/kernel/|/zod/' }),
    rule(
      'pure-libraries-look-down',
      { path: '^libs/(time|access|text)/', pathNot: specs },
      { pathNot: '^libs/($1|kernel|time)/|/(zod|opencc-js|diff)/' },
    ),
    rule(
      'domain-core-is-pure',
      { path: core('([^/]+)'), pathNot: door },
      { pathNot: `^libs/(kernel|time|access|text)/|/zod/|${door}|${core('$1')}` },
    ),
    rule('doors-are-pure', { path: '^libs/contexts/([^/]+)/index[.]ts$' }, { pathNot: core('$1') }),
    rule(
      'contexts-meet-at-the-door',
      { path: '^libs/contexts/([^/]+)/' },
      { path: '^libs/contexts/(?!$1/)', pathNot: door },
    ),
    rule(
      'projections-are-pure',
      { path: '^libs/contexts/.*/views/', pathNot: specs },
      { path: '/@nestjs/|/graphql/|^libs/platform/graphql/' },
    ),
    // Each context may know those that stand before it here, and none that stands after it.
    ...CONTEXTS.slice(0, -1).map((name, place) =>
      rule(
        `contexts-look-down: ${name}`,
        { path: `^libs/contexts/${name}/` },
        { path: `^libs/contexts/(${CONTEXTS.slice(place + 1).join('|')})/` },
      ),
    ),
    rule(
      'inputs-alone-validate',
      { path: '^(apps|libs)/', pathNot: `^libs/platform/graphql/input/|${specs}` },
      { path: '/class-(validator|transformer)/' },
    ),
    rule('proofs-are-pure', { path: proofs }, { pathNot: `${proofs}|^(node:)?crypto$|/@noble/(hashes|curves)/` }),
    rule(
      'platform-knows-no-context',
      { path: '^libs/(platform|transparency)/' },
      { path: '^libs/(contexts|processes|sample-world)/' },
    ),
    rule(
      'doors-alone-are-open',
      { path: '^libs/(processes|sample-world)/' },
      { path: '^libs/contexts/', pathNot: door },
    ),
    rule('nothing-leans-on-processes', { path: '^libs/', pathNot: '^libs/processes/' }, { path: '^libs/processes/' }),
    rule('apps-only-compose', { path: '^libs/' }, { path: '^apps/' }),
    rule('modules-are-wired-by-apps', { path: '^libs/', pathNot: specs }, { path: '^libs/.*[.]module[.]ts$' }),
    rule(
      'drivers-stay-in-adapters',
      { path: '^(apps|libs)/', pathNot: '^libs/platform/(postgres|eventstoredb)/' },
      { path: '/(pg|@eventstore/db-client)/' },
    ),
    // The console knows of the server what its schema says, and is no part of it.
    rule('console-stands-alone', { path: '^apps/console/' }, { path: '^(apps|libs)/', pathNot: '^apps/console/' }),
    rule(
      'nothing-leans-on-the-console',
      { path: '^(apps|libs|infra)/', pathNot: '^apps/console/' },
      { path: '^apps/console/' },
    ),
    rule('nothing-leans-on-tests', { path: '^(apps|libs|infra)/', pathNot: specs }, { path: `^test/|${specs}` }),
    rule('imports-resolve', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Labels and acts are made while the console is built; types of the schema are made before it is checked.
    exclude: { path: '^dist|^(labels|act):|schema-types' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'require', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
};
