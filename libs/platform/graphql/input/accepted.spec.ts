import { ValidationPipe } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { PageArgs } from './page-args.js';
import { MakeThing } from '../testing/thing.fixture.js';
import { accepted } from './accepted.js';
import { inputPlan } from './input-plan.js';
import { IsInt, Validator } from './rules.js';

const ID = 'thing-0190f3a0-0000-7000-8000-000000000001';
const thing = {
  commandId: '0190f3a0-0000-7000-8000-000000000001',
  occurredAt: '2022-03-31T09:00:00.000Z',
  name: '  名 ',
  colour: 'red',
};

/** What the packages make of it; undefined when they refuse it. */
const byThePackages = async (metatype: new () => object, input: object, passOver: boolean): Promise<unknown> => {
  const options = { transform: true, whitelist: true, forbidNonWhitelisted: !passOver, forbidUnknownValues: true };
  const pipe = new ValidationPipe({ ...options, validatorPackage: new Validator() });
  return (pipe.transform(structuredClone(input), { type: 'body', metatype }) as Promise<unknown>).catch(
    () => undefined,
  );
};

describe('an input that is accepted without asking the packages', () => {
  it.each<[string, object]>([
    ['with what is required', thing],
    ['with optional fields', { ...thing, parent: ID, loud: true, source: 'cli', reason: 'e\u0301' }],
    [
      'with lists and parts',
      { ...thing, others: [ID, ID.replace('thing', 'other')], parts: [{ name: ' a ', size: 9 }] },
    ],
    ['with empty lists', { ...thing, others: [], parts: [] }],
  ])('is what they would make of it, %s', async (_, input) => {
    const made = accepted(MakeThing, input, { passOver: false });

    expect(made).toBeInstanceOf(MakeThing);
    expect(made).toStrictEqual(await byThePackages(MakeThing, input, false));
  });

  it('leaves out what is null', () => {
    const made = accepted(
      MakeThing,
      { ...thing, parent: null, parts: [{ name: 'a', size: null }] },
      { passOver: false },
    );

    expect(made).toStrictEqual(accepted(MakeThing, { ...thing, parts: [{ name: 'a' }] }, { passOver: false }));
  });

  it('has the defaults of its class, and nothing that was declared beside it', async () => {
    const input = { waitFor: '7', id: ID };
    const made = accepted(PageArgs, input, { passOver: true });

    expect(made).toMatchObject({ first: 20, waitFor: '7' });
    expect(made).toStrictEqual(await byThePackages(PageArgs, input, true));
  });

  it.each<[string, object]>([
    ['a field that is missing', { ...thing, name: undefined }],
    ['a field that is not declared', { ...thing, evil: 1 }],
    ['a field that is not declared, in a part', { ...thing, parts: [{ name: 'a', evil: 1 }] }],
    ['text that is too long', { ...thing, name: '六个字符不行' }],
    ['text that is empty once it is tidied', { ...thing, name: ' ' }],
    ['a value that the enumeration lacks', { ...thing, colour: 'blue' }],
    ['an instant that is none', { ...thing, occurredAt: '2022-02-30T09:00:00Z' }],
    ['an id of another kind', { ...thing, parent: ID.replace('thing', 'other') }],
    ['one bad id of several', { ...thing, others: [ID, 'thing-1'] }],
    ['a list that is too long', { ...thing, others: [ID, ID, ID] }],
    ['a list in a list', { ...thing, others: [[ID]] }],
    ['no list where one belongs', { ...thing, others: ID }],
    ['a list where none belongs', { ...thing, parent: [ID] }],
    ['a number that is too large, in a part', { ...thing, parts: [{ name: 'a', size: 10 }] }],
    ['nothing in place of a part', { ...thing, parts: [null] }],
    ['text in place of a part', { ...thing, parts: ['a'] }],
    ['a part in place of text', { ...thing, name: { name: 'a' } }],
    ['a yes that is text', { ...thing, loud: 'true' }],
    ['a list in place of an input', [thing]],
  ])('is never one that they refuse: %s', async (_, input) => {
    expect(accepted(MakeThing, input, { passOver: false })).toBeUndefined();
    expect(await byThePackages(MakeThing, input, false)).toBeUndefined();
  });

  it('is none of a class that declares no field here', () => {
    class Elsewhere {
      @IsInt()
      number!: number;
    }

    expect([inputPlan(Object), inputPlan(Elsewhere)]).toEqual([undefined, undefined]);
    expect(accepted(Elsewhere, { number: 1 }, { passOver: false })).toBeUndefined();
  });
});
