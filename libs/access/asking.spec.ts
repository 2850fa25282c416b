import { describe, expect, it } from '@jest/globals';
import { actorWith } from './access.js';
import {
  AS_SHOWN,
  askingBy,
  byCommand,
  DIRECTORY,
  onlyFor,
  OWN,
  OWN_SESSION,
  SIGNED_IN,
  WITHIN_REACH,
} from './asking.js';

const asking = (...roles: Parameters<typeof actorWith>[0]['roles']) =>
  actorWith({
    actorId: 'person-00000000-0000-4000-8000-000000000001',
    orgId: 'organisation-00000000-0000-4000-8000-000000000001',
    territory: 'a/',
    roles,
  });

describe('SD7: whoever asks, by a rule', () => {
  it('asks with all that they have where it is for whoever is signed in', () => {
    const [unit, nobody] = [asking('unit', 'admin'), asking()];
    for (const rule of [SIGNED_IN, OWN, OWN_SESSION, DIRECTORY, WITHIN_REACH, AS_SHOWN]) {
      expect(askingBy(rule, unit)).toBe(unit);
      expect(askingBy(rule, nobody)).toBe(nobody);
    }
  });

  it('asks with the roles alone that it is for, and not at all without one', () => {
    const rule = onlyFor('admin', 'auditor');
    expect(askingBy(rule, asking('unit', 'auditor'))).toEqual(asking('auditor'));
    expect(askingBy(rule, asking('unit', 'lead'))).toBeUndefined();
    expect(rule.says).toEqual({ en: 'Administrator, Auditor', zh: '系统管理员、审计查看' });
  });

  it('is refused by the command, which says why, where that decides', () => {
    const unit = asking('unit');
    expect(askingBy(byCommand(['admin']), unit)).toBe(unit);
    expect(byCommand(['admin']).says.en).toBe('Administrator');
  });

  it('may not ask where there is none', () => {
    expect(askingBy(undefined, asking('admin', 'auditor'))).toBeUndefined();
  });
});
