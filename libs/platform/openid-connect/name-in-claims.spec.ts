import { describe, expect, it } from '@jest/globals';
import { nameIn } from './name-in-claims.js';

describe('the name in a claim', () => {
  it.each([
    [{ preferred_username: 'Tian.Bao' }, 'preferred_username', 'Tian.Bao'],
    [{ preferred_username: '田宝' }, 'preferred_username', '田宝'],
    [{ employee_number: 10_482 }, 'employee_number', '10482'],
    [{ email: 'tian@example.org', email_verified: true }, 'email', 'tian@example.org'],
  ])('is what the issuer says: %j', (claims, claim, name) => {
    expect(nameIn(claims, claim)).toBe(name);
  });

  it.each([
    [{}, 'preferred_username'],
    [{}, 'constructor'],
    [{ preferred_username: '' }, 'preferred_username'],
    [{ preferred_username: ['tian.bao'] }, 'preferred_username'],
    [{ preferred_username: { name: 'tian.bao' } }, 'preferred_username'],
    [{ preferred_username: true }, 'preferred_username'],
    [{ employee_number: 0.5 }, 'employee_number'],
    [{ employee_number: 2 ** 53 }, 'employee_number'],
    [{ email: 'tian@example.org' }, 'email'],
    [{ email: 'tian@example.org', email_verified: 'true' }, 'email'],
    [{ preferred_username: 'ｔian.bao' }, 'preferred_username'],
    [{ preferred_username: ' tian.bao' }, 'preferred_username'],
    [{ preferred_username: 'tian.bao\u2024x' }, 'preferred_username'],
  ])('is not guessed: %j', (claims, claim) => {
    expect(nameIn(claims, claim)).toBeUndefined();
  });
});
