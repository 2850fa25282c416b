import { randomUUID } from 'node:crypto';
import { actorWith, type Actor } from '#access';
import { directive } from '#contexts/directives';
import { organisation, territory } from '#contexts/parties';
import { idOf, pathBelow, type Id, type Role } from '#kernel';
import { claim } from '#platform/claims';
import { idBetween } from '#platform/decide';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { codeOf, Gate, othersIn, person } from '../support/two-at-once.js';

const city = idOf('territory', '00000000-0000-4000-8000-000000000001');
const hq = idOf('organisation', '00000000-0000-4000-8000-000000000011');
const station = idOf('organisation', '00000000-0000-4000-8000-000000000012');
const admin = person(0, '', ['admin']);
const of = (n: number, roles: readonly Role[]): Actor =>
  actorWith({ actorId: person(n, '', []).actorId, orgId: hq, territory: pathBelow('', city), roles });
const clerk = of(1, ['hq']);
const one = of(2, ['commander']);
const two = of(3, ['commander']);

describe('D: two directives of one body with one number', () => {
  let gate: Gate;

  beforeEach(async () => {
    gate = new Gate([territory, organisation, directive, claim]);
    const data = { name: 'City Q', level: 'city', validFrom: '2000-01-01T00:00:00.000Z' };
    await gate.ask(admin, territory, city, { type: 'AddTerritory', data });
    for (const [id, orgKind] of [
      [hq, 'headquarters'],
      [station, 'enterprise'],
    ] as const) {
      const body = { name: 'Body', orgKind, territoryId: city, temporary: false };
      const outcome = await gate.ask(admin, organisation, id, { type: 'CreateOrganisation', data: body });
      expect(codeOf(outcome)).toBe('recorded');
    }
  });

  const submitted = async (number?: string): Promise<Id> => {
    const id = `directive-${randomUUID()}` as const;
    const clauses = [{ text: 'Check everybody', due: { rule: 'none' } }];
    const draft = { instrument: 'notice', urgency: 'ordinary', title: 'Checks', text: 'Check everybody', clauses };
    const data = { ...draft, ...(number !== undefined && { number }) };
    expect(codeOf(await gate.ask(clerk, directive, id, { type: 'DraftDirective', data }))).toBe('recorded');
    expect(codeOf(await gate.ask(clerk, directive, id, { type: 'SubmitForSignOff', data: {} }))).toBe('recorded');
    return id;
  };
  const issue = (actor: Actor, id: Id) => {
    const recipients = [{ orgId: station, receiptId: idBetween('receipt', id, station) }];
    return gate.ask(actor, directive, id, { type: 'IssueDirective', data: { recipients } });
  };

  it('D: that are issued at the same moment: one is issued, and the other is told of it', async () => {
    const [a, b] = [await submitted('Q〔2022〕3号'), await submitted('q〔2022〕 3号')];
    const outcomes = await gate.atOnce(
      () => issue(one, a),
      () => issue(two, b),
    );
    expect(outcomes.map(codeOf).sort()).toEqual(['NUMBER_TAKEN', 'recorded']);
    const [first, again] = outcomes[0]?.recorded ? [a, b] : [b, a];
    expect(othersIn(await issue(one, again))).toEqual([first]);
  });

  it('D: are no matter where there is none, or another', async () => {
    const ids = [
      await submitted(),
      await submitted(),
      await submitted('Q〔2022〕3号'),
      await submitted('Q〔2022〕4号'),
    ];
    for (const id of ids) expect(codeOf(await issue(one, id))).toBe('recorded');
  });
});
