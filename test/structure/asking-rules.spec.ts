import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AS_SHOWN, OWN_SESSION, WITHIN_REACH } from '#access';
import { MayAsk } from '#platform/graphql';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Type } from '@nestjs/common';
import { Field, ObjectType, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { askablesOf, unruled, withAskables, type Askable } from '../support/asking-rules.js';
import { projectFiles, read, root } from '../support/source-files.js';

const FILE = 'libs/access/README.md';
const BELOW = [AS_SHOWN, WITHIN_REACH, OWN_SESSION];
const isClass = (value: unknown): value is Type => typeof value === 'function';

/** Issue 14, 6; trust.md 5.4: what nobody said who may ask for is nobody's to ask for, and fails the build. */
describe('whatever the API answers', () => {
  let askables: readonly Askable[];
  beforeAll(async () => {
    const files = projectFiles(/^(apps|libs)\/.*\.resolver\.ts$/);
    const modules = await Promise.all(files.map((file) => import(join(root, file)) as Promise<object>));
    askables = await askablesOf(modules.flatMap((exported) => Object.values(exported).filter(isClass)));
  });

  it('says who may ask for it: queries, subscriptions, mutations, and fields that are found out by themselves', () => {
    expect(unruled(askables)).toEqual([]);
    const kinds = askables.map(({ name }) => name.split('.')[0]);
    expect([...new Set(kinds)]).toEqual(
      expect.arrayContaining(['Query', 'Mutation', 'Subscription', 'Ref', 'Me', 'Gap']),
    );
    expect(askables.length).toBeGreaterThan(130);
  });

  it('is a mutation that its command decides, or about one’s own sessions; no query is decided so', () => {
    const others = askables.filter(({ name, rule }) => name.startsWith('Mutation.') !== (rule?.is === 'command'));
    expect(others.filter(({ rule }) => rule !== OWN_SESSION)).toEqual([]);
  });

  it('is refused to roles at the root alone: a field below tells what its row tells, or what lies within reach', () => {
    const below = askables.filter(({ name }) => !/^(Query|Mutation|Subscription)\./.test(name));
    expect(below.filter(({ rule }) => rule === undefined || !BELOW.includes(rule))).toEqual([]);
  });

  it('stands in one table; after a change: ASKING=write', () => {
    const wanted = withAskables(read(FILE), askables);
    if (process.env['ASKING'] === 'write') writeFileSync(join(root, FILE), wanted);
    expect(read(FILE)).toBe(wanted);
  });

  it('is missed where nothing is said', async () => {
    @ObjectType()
    class Planted {
      @Field(() => String) told!: string;
    }
    @Resolver(() => Planted)
    class PlantedResolver {
      @MayAsk(WITHIN_REACH)
      @Query(() => Planted)
      ruled() {
        return { told: 'some' };
      }
      @Query(() => Planted)
      bare() {
        return { told: 'all' };
      }
      @Subscription(() => Planted)
      heard() {
        return { told: 'all' };
      }
      @ResolveField(() => String)
      found() {
        return 'more';
      }
    }
    expect(unruled(await askablesOf([PlantedResolver]))).toEqual(['Query.bare', 'Subscription.heard', 'Planted.found']);
  });
});
