import { isId, isWithin, ROLES } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { CAST_ORGANISATIONS, CAST_TERRITORIES } from './cast-places.js';
import { CAST } from './development-cast.js';
import { claims } from '../claims.js';
import { claimsOf } from './development-token.js';

describe('the development cast', () => {
  it('has one person for each role but the system', () => {
    const roles = Object.keys(ROLES).filter((role) => role !== 'system');
    expect(CAST.map(({ as }) => as).sort()).toEqual(roles.sort());
  });

  it('says of everybody what a token may say', () => {
    for (const person of CAST) expect(claims.parse(claimsOf(person))).toEqual(claimsOf(person));
  });

  it('keeps its ids for ever, so that data loaded yesterday still fits', () => {
    expect(CAST_TERRITORIES.city.id).toMatchInlineSnapshot(`"territory-df3f1049-0d9d-5c28-8e1d-ba5616a9980d"`);
    expect(CAST_ORGANISATIONS.unit1.id).toMatchInlineSnapshot(`"organisation-a12cde0e-7397-5165-bec8-c5a20302643e"`);
    expect(CAST[0]?.id).toMatchInlineSnapshot(`"person-0cc05b31-ec93-5d7e-b807-cab17bf44ce7"`);
  });

  it('lies in one tree: province, city, counties, with an id of its own for everything', () => {
    const { province, city, county1, county2, county3 } = CAST_TERRITORIES;
    for (const county of [county1, county2, county3]) expect(isWithin(county.path, city.path)).toBe(true);
    expect(isWithin(city.path, province.path)).toBe(true);
    const ids = [
      ...Object.values(CAST_TERRITORIES).map(({ id }) => id),
      ...Object.values(CAST_ORGANISATIONS).map(({ id }) => id),
      ...CAST.flatMap(({ id, post }) => [id, post.id]),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => ['territory', 'organisation', 'person', 'post'].some((kind) => isId(kind, id)))).toBe(
      true,
    );
  });
});
