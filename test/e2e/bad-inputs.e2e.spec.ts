import { hasMutation, type Message } from '#kernel';
import type { Decide } from '#platform/decide';
import { CommandBus } from '@nestjs/cqrs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CONTEXTS, RESOLVERS_OF_ALL } from '../../apps/api/contexts.js';
import { ask, start, type Started } from '../../libs/platform/graphql/testing/start.js';
import { inputsOf } from '../support/inputs.js';

const decided: string[] = [];
/** A gate that only says what came through it. */
const bus: Pick<CommandBus, 'execute'> = {
  execute: (asked: object) => {
    decided.push((asked as Decide<unknown, Message, Message, string>).command.type);
    return Promise.resolve({
      recorded: false,
      code: 'NOT_NOW',
      message: { en: 'Not now.', zh: '稍后。' },
      path: [],
    } as never);
  },
};

const mutations = CONTEXTS.flatMap(({ deciders }) => deciders).flatMap(({ commands }) =>
  Object.entries(commands.declared)
    .filter(([, declared]) => hasMutation(declared))
    .map(([type, declared]) => ({ type, ...inputsOf(commands, declared) })),
);

describe('every mutation', () => {
  let api: Started;
  beforeAll(async () => {
    api = await start(false, [...RESOLVERS_OF_ALL, { provide: CommandBus, useValue: bus }]);
  });
  afterAll(() => api.app.close());
  beforeEach(() => {
    decided.length = 0;
  });

  const post = (type: string, input: object) => {
    const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    return ask(api, `mutation M($input: ${type}Input!) { ${name}(input: $input) { __typename } }`, { input });
  };

  it('is posted to here', () => {
    const names = Object.keys(api.schema().getMutationType()?.getFields() ?? {});
    expect(names.map((name) => name.toLowerCase()).sort()).toEqual(
      mutations.map(({ type }) => type.toLowerCase()).sort(),
    );
  });

  it.each(mutations)(
    '$type takes what is in order, and nothing with a single bad value',
    async ({ type, good, bad }) => {
      expect((await post(type, good)).errors).toBeUndefined();
      expect(decided).toEqual([type]);
      expect(bad.length).toBeGreaterThan(3);
      for (const { input, path } of bad) {
        const { errors } = await post(type, input);
        expect(errors?.map(({ extensions }) => extensions)).toEqual([
          { code: 'BAD_USER_INPUT', path: ['input', ...path] },
        ]);
      }
      expect(decided).toEqual([type]);
    },
  );

  it.each(mutations)('T17: $type takes nothing that is the server’s to say', async ({ type, forged }) => {
    expect(forged.length).toBeGreaterThan(20);
    for (const { input, path } of forged) {
      const { errors } = await post(type, input);
      expect(errors?.map(({ extensions }) => extensions)).toEqual([
        { code: 'BAD_USER_INPUT', path: ['input', ...path] },
      ]);
    }
    expect(decided).toEqual([]);
  });

  it.each(mutations)(
    'W7: $type takes no text that hides something, but that of others',
    async ({ type, hiding, kept }) => {
      expect(hiding.length).toBeGreaterThan(1);
      for (const { input, path } of hiding) {
        const { errors } = await post(type, input);
        expect(errors).toMatchObject([{ message: expect.stringContaining('U+200B') as unknown }]);
        expect(errors?.map(({ extensions }) => extensions)).toEqual([
          { code: 'BAD_USER_INPUT', path: ['input', ...path] },
        ]);
      }
      expect(decided).toEqual([]);
      for (const { input } of kept) expect((await post(type, input)).errors).toBeUndefined();
    },
  );
});
