import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { catalogues } from '../../../test/support/catalogues.js';
import { anId, anInstant, aTerritoryPath, decode, oneOf, personal } from '../index.js';
import { eventsLike, valuesOf } from './arbitrary.js';

const WORDS = { one: { en: 'One', zh: '一' }, two: { en: 'Two', zh: '二' } } as const;

const shapes: Readonly<Record<string, z.ZodType>> = {
  'a text': z.string().min(3).max(5),
  'any text': z.string(),
  'a digest': z.string().regex(/^[0-9a-f]{64}$/),
  'a key of any script': z.string().regex(/^[\p{L}\p{N}._-]{1,20}$/u),
  'an id': anId('finding'),
  'an instant': anInstant(),
  'a territory path': aTerritoryPath(),
  'a word': oneOf(WORDS),
  'a personal text': personal(),
  'a whole number': z.int(),
  'a month': z.int().min(1).max(12),
  'a share': z.number().min(0).max(1),
  'a yes or no': z.boolean(),
  'something or null': z.int().min(1900).nullable(),
  'a list of three': z.array(z.boolean()).length(3),
  'a list with something in it': z.array(anId('post')).min(1),
  'one of two records': z.union([
    z.strictObject({ id: anId('directive') }),
    z.strictObject({ citation: z.string().min(1), unverified: z.literal(true) }),
  ]),
  'a record with an optional part': z.strictObject({ there: z.string().min(1), perhaps: anInstant().optional() }),
};

describe('made-up values', () => {
  it.each(Object.entries(shapes))('of %s are of that shape', (_, schema) => {
    fc.assert(fc.property(valuesOf(schema), (value) => schema.safeParse(value).success));
  });

  it('have an optional part, or leave it out', () => {
    const schema = z.strictObject({ perhaps: z.boolean().optional() });
    const drawn = fc.sample(valuesOf(schema), { numRuns: 100, seed: 1 });
    expect(new Set(drawn.map((value) => 'perhaps' in value))).toEqual(new Set([true, false]));
  });

  it('are refused for a shape that says nothing of itself', () => {
    const anything = z.custom<string>((value) => value === 'open sesame');
    expect(() => valuesOf(z.strictObject({ word: anything }))).toThrow('no value can be made up for the shape {}');
  });
});

describe('made-up events', () => {
  it('decode, of every type of every kind', async () => {
    for (const catalogue of await catalogues()) {
      const seen = new Set<string>();
      fc.assert(
        fc.property(eventsLike(catalogue), (event) => {
          seen.add(event.type);
          const schemaVersion = catalogue.facts[event.type]?.version ?? 0;
          expect(decode(catalogue, { ...event, schemaVersion })).toEqual(event);
        }),
        { numRuns: 50 * Object.keys(catalogue.facts).length, seed: 1 },
      );
      expect([...seen].sort()).toEqual(Object.keys(catalogue.facts).sort());
    }
  });
});
