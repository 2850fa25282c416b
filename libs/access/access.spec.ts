import { pathBelow, ROLES, type Owner, type Role } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { actorWith, denied, hasOneOf, isInScope, NOTHING, scopeOf, type Actor } from './access.js';

const mine = 'organisation-00000000-0000-4000-8000-000000000001' as const;
const other = 'organisation-00000000-0000-4000-8000-000000000002' as const;
const city = pathBelow('', 'territory-00000000-0000-4000-8000-0000000000c1');
const county = pathBelow(city, 'territory-00000000-0000-4000-8000-0000000000c2');
const elsewhere = pathBelow('', 'territory-00000000-0000-4000-8000-0000000000c3');

const actor = (...roles: readonly Role[]): Actor =>
  actorWith({ actorId: 'person-00000000-0000-4000-8000-000000000001', orgId: mine, territory: city, roles });
const owned = (territory: string, ...orgs: Owner['orgs']): Owner => ({ territory, orgs });
const all = Object.keys(ROLES).filter((role): role is Role => Object.hasOwn(ROLES, role));

/** Who sees a thing by where it lies, and who because their organisation holds a stake in it. */
const SEES: Readonly<Record<'below' | 'elsewhere' | 'stake', readonly Role[]>> = {
  below: [
    ...(['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander'] as const),
    ...(['discipline', 'auditor', 'system'] as const),
  ],
  elsewhere: ['system'],
  stake: [
    ...(['inspector', 'lead', 'supervision', 'supervision-head', 'hq', 'commander'] as const),
    ...(['unit', 'unit-head', 'discipline', 'auditor', 'system'] as const),
  ],
};

describe('SD7: what a role may see', () => {
  it.each(all)('%s: nothing but what its reach gives', (role) => {
    const scope = scopeOf(actor(role));
    expect({
      below: isInScope(scope, owned(county, other)),
      elsewhere: isInScope(scope, owned(elsewhere, other)),
      stake: isInScope(scope, owned(elsewhere, mine)),
    }).toEqual({
      below: SEES.below.includes(role),
      elsewhere: SEES.elsewhere.includes(role),
      stake: SEES.stake.includes(role),
    });
  });

  it('is everything for the system', () => {
    expect(scopeOf(actor('system'))).toEqual({ territories: [''], orgs: [], directories: true, registers: true });
  });

  it('is over no place and for no body where a grant names none', () => {
    const { territories, orgs } = scopeOf({ orgId: mine, grants: [{ role: 'lead' }, { role: 'unit' }] });
    expect([territories.length, orgs.length]).toEqual([0, 0]);
  });

  it('is nothing without a role', () => {
    expect(scopeOf(actor())).toEqual(NOTHING);
    expect(isInScope(NOTHING, owned('', mine))).toBe(false);
  });

  it('is no directory for the public, who read what is published for them', () => {
    const looksUp = all.filter((role) => scopeOf(actor(role)).directories);
    expect(looksUp).toEqual(all.filter((role) => role !== 'public'));
  });

  it('holds the entries of people for administrators alone, who keep them', () => {
    const entry = { ...owned(elsewhere, other), register: true } as const;
    const keeping = all.filter((role) => isInScope(scopeOf(actor(role)), entry));
    expect(keeping.sort()).toEqual(['admin', 'system']);
  });

  it('is what each grant reaches, over as many places and for as many bodies', () => {
    const grants = [
      { role: 'inspector', territory: county },
      { role: 'hq', territory: elsewhere },
      { role: 'unit', orgId: other },
      { role: 'lead' },
    ] as const;
    expect(scopeOf({ orgId: mine, grants })).toEqual({
      ...NOTHING,
      ...{ territories: [county, elsewhere], orgs: [mine, other], directories: true },
    });
    expect(denied({ ...actor(), grants }, ['inspector'], owned(elsewhere))).toBe('NOT_FOUND');
    expect(denied({ ...actor(), grants }, ['hq'], owned(elsewhere))).toBeUndefined();
  });

  it('T21: never reaches a place whose name merely begins like the own one', () => {
    expect(isInScope({ ...NOTHING, territories: ['a/c1/'] }, owned('a/c10/'))).toBe(false);
    expect(isInScope({ ...NOTHING, territories: ['a/c1/'] }, owned('a/c1/d/'))).toBe(true);
  });

  it('is the sum of what each role gives', () => {
    expect(scopeOf(actor('unit', 'inspector'))).toEqual({
      ...NOTHING,
      territories: [city],
      orgs: [mine],
      directories: true,
    });
  });
});

describe('whether a command may be decided', () => {
  it('is no for every role that is not named for it', () => {
    for (const role of all) {
      const others = all.filter((one) => one !== role);
      expect(denied(actor(role), others, owned(city, mine))).toBe('ROLE_MAY_NOT');
    }
    expect(denied(actor(), all, owned(city, mine))).toBe('ROLE_MAY_NOT');
  });

  it('is "not found" for what is out of reach, just as for what is not there', () => {
    expect(denied(actor('inspector'), ['inspector'], owned(elsewhere, other))).toBe('NOT_FOUND');
    expect(denied(actor('inspector'), ['inspector'], undefined)).toBe('NOT_FOUND');
    expect(denied(actor('inspector'), ['inspector'], owned(county, other))).toBeUndefined();
  });

  it('counts the reach of the roles that are named for it, and no other', () => {
    // As an inspector they could see it; as a unit's reporter they may not act on another unit's matter.
    expect(denied(actor('unit', 'inspector'), ['unit'], owned(county, other))).toBe('NOT_FOUND');
    expect(denied(actor('unit', 'inspector'), ['unit'], owned(county, mine))).toBeUndefined();
  });

  it('tells whether somebody has one of these roles', () => {
    expect([hasOneOf(actor('unit', 'lead'), ['hq', 'lead']), hasOneOf(actor('unit'), ['hq', 'lead'])]).toEqual([
      ...[true, false],
    ]);
    expect(hasOneOf(actor(), all)).toBe(false);
  });

  it('is yes for administrators where it is about configuration, whatever else they are', () => {
    expect(denied(actor('hq', 'admin'), ['hq', 'admin'], owned(elsewhere))).toBeUndefined();
    expect(denied(actor('hq'), ['hq', 'admin'], owned(elsewhere))).toBe('NOT_FOUND');
  });

  it('lets administrators configure, and decide nothing else', () => {
    expect(denied(actor('admin'), ['admin'], owned(elsewhere))).toBeUndefined();
    expect(denied(actor('admin'), ['admin'], undefined)).toBe('NOT_FOUND');
    expect(denied(actor('admin'), ['hq'], owned(city))).toBe('ROLE_MAY_NOT');
  });
});
