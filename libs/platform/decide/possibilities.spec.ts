import { actorWith, type Actor, type Rights } from '#access';
import {
  atStages,
  barredBeside,
  barredBy,
  command,
  commandsOf,
  refused,
  type AnyDecider,
  type StateSource,
} from '#kernel';
import { describe, expect, it, jest } from '@jest/globals';
import { inThePast, Possibilities } from './possibilities.js';

const mine = 'organisation-00000000-0000-4000-8000-000000000001';
const LAMP = 'lamp-00000000-0000-4000-8000-000000000001';
const now = '2022-03-31T09:00:00.000Z';
const beside = jest.fn(() => Promise.resolve('rain'));

const lamp = {
  kind: 'lamp',
  commands: commandsOf(
    'lamp',
    { subject: { en: 'Which lamp.', zh: '灯。' } },
    {
      HangLamp: command('Hangs a lamp.', '挂灯。', { who: ['hq'], at: ['new'], begins: 'chosen' }),
      LightLamp: command('Lights a lamp.', '点灯。', { who: ['hq', 'unit'], at: ['dark'] }),
      TakeLamp: command('Takes a lamp down.', '取灯。', { who: ['hq'], at: ['dark'] }),
      BlowOut: command('The wind blows it out.', '灯灭。', { who: ['system'], at: ['lit'] }),
    },
  ),
  refusals: { NOT_DARK: { en: 'It is lit.', zh: '灯已亮。' }, WET: { en: 'It rains.', zh: '下雨。' } },
  seenBy: () => ({ territory: 'a/', orgs: [mine] }),
  bars: {
    LightLamp: barredBeside(beside, atStages(['dark'], 'NOT_DARK'), {
      ...{ kind: 'readiness', says: { en: 'dry', zh: '干燥' } },
      stands: (_: unknown, __: unknown, weather: string) => (weather === 'rain' ? refused('WET') : undefined),
    }),
    TakeLamp: barredBy(atStages(['dark', 'lit'], 'NOT_DARK')),
  },
} as unknown as AnyDecider;

const rightsOf = jest.fn<Rights['of']>(({ actor }) => Promise.resolve(actor));
const possible = (roles: readonly ('hq' | 'unit')[], is: string, territory = '') => {
  const source = { state: () => Promise.resolve({ is }) } as unknown as StateSource;
  const actor = actorWith({ actorId: 'person-00000000-0000-4000-8000-000000000001', orgId: mine, territory, roles });
  return new Possibilities(actor, now, { source, rights: { of: rightsOf } });
};
const all = () => true;
const codes = async (found: Promise<readonly { type: string; no?: { code: string } }[]>) =>
  Object.fromEntries((await found).map(({ type, no }) => [type, no?.code]));

describe('what somebody may do about a thing', () => {
  it('is told for each command of people that goes on with it: post, role, whose it is, then what bars it', async () => {
    expect(await codes(possible(['hq'], 'lit').of(lamp, LAMP, all))).toEqual({
      LightLamp: 'NOT_DARK',
      TakeLamp: undefined,
    });
    expect(await codes(possible(['hq'], 'dark').of(lamp, LAMP, all))).toMatchObject({ LightLamp: 'WET' });
    expect(await codes(possible(['unit'], 'dark').of(lamp, LAMP, all))).toMatchObject({ TakeLamp: 'ROLE_MAY_NOT' });
    rightsOf.mockResolvedValueOnce(undefined);
    expect(await codes(possible(['hq'], 'dark').of(lamp, LAMP, all))).toEqual({
      LightLamp: 'NOT_IN_POST',
      TakeLamp: 'NOT_IN_POST',
    });
  });

  it('is told of a part alone, where only that is looked at', async () => {
    const lit = () => ({ is: 'lit' });
    expect(await codes(possible(['hq'], 'dark').of(lamp, LAMP, all, lit))).toMatchObject({ LightLamp: 'NOT_DARK' });
  });

  it('reads nothing of others for what the stage decides, and rights once for all things of a kind', async () => {
    beside.mockClear();
    rightsOf.mockClear();
    const asked = possible(['hq'], 'lit');
    await Promise.all([asked.of(lamp, LAMP, all), asked.of(lamp, LAMP, all)]);
    expect(beside).not.toHaveBeenCalled();
    expect(rightsOf).toHaveBeenCalledTimes(1);
  });

  it('says why not in both languages', async () => {
    const [light] = await possible(['hq'], 'lit').of(lamp, LAMP, (type) => type === 'LightLamp');
    expect(light).toEqual({
      ...{ type: 'LightLamp', label: { en: 'Lights a lamp.', zh: '点灯。' } },
      no: { code: 'NOT_DARK', reason: { en: 'It is lit.', zh: '灯已亮。' } },
    });
  });

  it('is "not found" to a role that does not reach what another role of theirs shows', async () => {
    const found = await possible(['hq'], 'dark', 'b/').of(
      { ...lamp, stake: () => ({ territory: 'a/', orgs: [] }) },
      LAMP,
      all,
    );
    expect(found.map(({ no }) => no?.code)).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(found[0]?.no?.reason.en).toContain('reaches it');
  });

  it('is told of what begins something by role alone', async () => {
    expect(await codes(possible(['hq'], 'new').toBegin(lamp, all))).toEqual({ HangLamp: undefined });
    expect(await codes(possible(['unit'], 'new').toBegin(lamp, all))).toEqual({ HangLamp: 'ROLE_MAY_NOT' });
  });

  it('is nothing where something stands against whatever they ask, and nothing is read for it', async () => {
    const state = jest.fn<() => Promise<never>>();
    const no = { code: 'READS_ONLY', reason: { en: 'Looks only.', zh: '仅可查看。' } };
    const { actor, rights } = { actor: {} as Actor, rights: { of: rightsOf } };
    rightsOf.mockClear();
    const asked = new Possibilities(actor, now, { source: { state }, rights }, no);
    const found = [...(await asked.of(lamp, LAMP, all)), ...(await asked.toBegin(lamp, all))];
    expect(found.map((one) => [one.type, one.no])).toEqual(
      ['LightLamp', 'TakeLamp', 'HangLamp'].map((type) => [type, no]),
    );
    expect([state.mock.calls, rightsOf.mock.calls]).toEqual([[], []]);
  });

  it('is nothing in the past', () => {
    expect(inThePast(lamp, all).map(({ no }) => no?.code)).toEqual(['IN_THE_PAST', 'IN_THE_PAST']);
  });
});
