import { AS_SHOWN, onlyFor, rolesOf, SIGNED_IN, type Actor } from '#access';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Field, ObjectType, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { MayAsk, Viewer } from '../index.js';
import { ask, start, type Started } from '../testing/start.js';

@ObjectType()
class Told {
  @Field(() => [String]) roles!: readonly string[];
}

/** Something to ask for by each kind of rule, and by none. */
@Resolver(() => Told)
class RuledResolver {
  @MayAsk(SIGNED_IN)
  @Query(() => Told)
  open(@Viewer() viewer: Actor): Told {
    return { roles: rolesOf(viewer) };
  }

  @MayAsk(onlyFor('lead', 'auditor'))
  @Query(() => Told)
  closed(@Viewer() viewer: Actor): Told {
    return { roles: rolesOf(viewer) };
  }

  @Query(() => Told)
  forgotten(): Told {
    return { roles: ['everybody'] };
  }

  @MayAsk(AS_SHOWN)
  @ResolveField(() => [String])
  shown(@Viewer() viewer: Actor) {
    return rolesOf(viewer);
  }

  @ResolveField(() => [String], { nullable: true })
  forgottenBelow(@Viewer() viewer: Actor) {
    return rolesOf(viewer);
  }

  @MayAsk(onlyFor('lead'))
  @Subscription(() => Told, { resolve: (told: Told) => told })
  async *heard(): AsyncGenerator<Told> {
    yield await Promise.resolve({ roles: ['lead'] });
  }
}

const [EN, ZH] = ['None of your roles may ask for this.', '您的角色无权查询此内容。'];

/** SD7, T06: who may ask stands beside what is asked for, and decides. */
describe('what is asked for by a rule', () => {
  let api: Started;
  let denied: unknown[];
  beforeAll(async () => {
    api = await start(false, [RuledResolver], {
      arrives: () => undefined,
      asks: () => undefined,
      foreign: () => undefined,
      denied: (_, operation, code) => denied.push([operation, code]),
    });
  });
  afterAll(() => api.app.close());
  beforeEach(() => {
    denied = [];
  });

  const as = (role: Parameters<Started['token']>[0]) => ({ url: api.url, token: () => api.token(role) });
  const inChinese = { 'accept-language': 'zh-CN' };
  const refusals = async (role: 'inspector' | 'admin', query: string) => {
    const answers = [await ask(as(role), query), await ask(as(role), query, {}, inChinese)];
    return answers.map(({ errors = [] }) => errors.map(({ message, extensions }) => [extensions['code'], message]));
  };

  it('is answered to those whom the rule names, with no other of their roles', async () => {
    expect((await ask(as('lead'), '{ closed { roles } open { shown } }')).data).toEqual({
      closed: { roles: ['lead'] },
      open: { shown: ['lead'] },
    });
    expect(denied).toEqual([]);
  });

  it('is refused to all others, in both languages, and the security log hears of it', async () => {
    expect(await refusals('inspector', '{ closed { roles } }')).toEqual([
      [['ROLE_MAY_NOT', EN]],
      [['ROLE_MAY_NOT', ZH]],
    ]);
    expect(denied).toEqual([
      ['closed', 'ROLE_MAY_NOT'],
      ['closed', 'ROLE_MAY_NOT'],
    ]);
  });

  it('is refused to everybody where there is no rule, also below the first field', async () => {
    const none = [[['ROLE_MAY_NOT', EN]], [['ROLE_MAY_NOT', ZH]]];
    expect(await refusals('admin', '{ forgotten { roles } }')).toEqual(none);
    expect(await refusals('admin', '{ open { forgottenBelow } }')).toEqual(none);
  });

  it('is refused to whoever is not signed in, whatever the rule', async () => {
    const body = JSON.stringify({ query: '{ open { roles } }' });
    for (const language of ['en', 'zh']) {
      const headers = { 'content-type': 'application/json', 'accept-language': language };
      const answer = await fetch(`${api.url}/graphql`, { method: 'POST', headers, body });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    }
  });

  it('is refused to listeners likewise', async () => {
    const heard = async (role: 'inspector' | 'lead') => {
      const client = createClient({
        url: `${api.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${await api.token(role)}` },
        retryAttempts: 0,
      });
      const all: unknown[] = [];
      for await (const one of client.iterate({ query: 'subscription { heard { roles } }' })) all.push(one);
      await client.dispose();
      return all;
    };
    expect(await heard('lead')).toEqual([{ data: { heard: { roles: ['lead'] } } }]);
    await expect(heard('inspector')).resolves.toMatchObject([{ errors: [{ extensions: { code: 'ROLE_MAY_NOT' } }] }]);
  });
});
