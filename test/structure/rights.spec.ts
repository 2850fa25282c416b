import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CONTEXTS, POLICIES_OF_ALL, TIMERS_OF_ALL } from '../../apps/api/contexts.js';
import { read, root } from '../support/source-files.js';
import { withRights, wrongRights } from '../support/rights.js';

const RULES = Object.keys(JSON.parse(read('infra/rules.json')) as object);
const FILE = 'libs/processes/README.md';
const all = [...POLICIES_OF_ALL, ...TIMERS_OF_ALL];

describe('whatever reacts', () => {
  it.each(all.map((one) => [one.name, one] as const))('%s says by which right it writes', (_, one) => {
    expect(wrongRights(one, RULES)).toEqual([]);
  });

  it('is all that asks for what only the system may ask for', () => {
    const claimed = all.flatMap(({ rights = {} }) => Object.keys(rights));
    const systems = CONTEXTS.flatMap(({ deciders }) => deciders).flatMap(({ commands }) =>
      Object.entries(commands.declared).flatMap(([type, { who }]) => (who.join() === 'system' ? [type] : [])),
    );
    // The operator's program founds the first administrator of an empty log, the gate notes the use of a late entry, and whoever
    // looks after files notes what was found: nothing reacts there.
    expect(systems.filter((type) => !claimed.includes(type))).toEqual([
      ...['FoundAdministrator', 'UseLateEntry'],
      ...['QuarantineEvidence', 'RestoreEvidence'],
    ]);
  });

  it('is missed where it declares none, or a right that is none', () => {
    const [policy] = POLICIES_OF_ALL;
    if (!policy) throw new Error('there is no policy');
    const type = Object.keys(policy.rights ?? {})[0] ?? '';
    expect(wrongRights({ ...policy, rights: {} }, RULES)).toHaveLength(1);
    expect(wrongRights({ ...policy, rights: { [type]: { rule: 'X0', because: 'so' } } }, RULES)).toHaveLength(1);
    expect(wrongRights({ ...policy, rights: { OpenDoor: { rule: 'A7', because: 'so' } } }, RULES)).toHaveLength(1);
  });

  it('stands in one table; after a change: RIGHTS=write', () => {
    const wanted = withRights(read(FILE), all);
    if (process.env['RIGHTS'] === 'write') writeFileSync(join(root, FILE), wanted);
    expect(read(FILE)).toBe(wanted);
  });
});
