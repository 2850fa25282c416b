import { actorWith, ANYBODY, type Actor } from '#access';
import { atStages, barredBy, command, commandsOf, happened, id, type AnyDecider, type Message } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { decideOnce } from './decide-once.js';

const uuid = '00000000-0000-4000-8000-000000000001';
const [HERE, THERE] = ['a/', 'b/'];
const shelf = (at: string) => `shelf-${at === HERE ? uuid : uuid.replace('1', '2')}`;

/** A lamp stands here; who takes it to a shelf must govern the place of that shelf as well. */
const lamp = {
  kind: 'lamp',
  commands: commandsOf(
    'lamp',
    { subject: { en: 'Which lamp.', zh: '灯。' } },
    {
      Move: command('Moves a lamp.', '移灯。', {
        who: ['hq'],
        at: ['dark'],
        takes: { to: id('shelf', 'To.', '至。') },
      }),
    },
  ),
  refusals: { LIT: { en: 'It is lit.', zh: '灯已亮。' } },
  facts: {},
  initial: { is: 'dark' },
  seenBy: () => ({ territory: HERE, orgs: [] }),
  owner: (_: unknown, { data }: { data: { to: string } }) => ({
    territory: data.to === shelf(HERE) ? HERE : '',
    orgs: [],
  }),
  bars: { Move: barredBy(atStages(['dark'], 'LIT')) },
  decide: { Move: (data: unknown) => happened({ type: 'LampMoved', data }) },
} as unknown as AnyDecider;
const stake = { stake: () => ({ territory: HERE, orgs: [] }) };

const move = (decider: AnyDecider, is: string, to: string, territory = HERE) => {
  const actor: Actor = actorWith({
    ...{ actorId: `person-${uuid}`, orgId: `organisation-${uuid}`, territory, roles: ['hq'] },
  });
  const occasion = { actorId: actor.actorId, occurredAt: '', commandId: '', correlationId: '', source: 'web' } as const;
  return decideOnce<unknown, Message, Message, string, object>(
    { decider, stream: `lamp-${uuid}`, command: { type: 'Move', data: { to: shelf(to) } }, as: { actor, occasion } },
    Promise.resolve({ is }),
    {
      source: { state: () => Promise.reject(new Error('nothing is read')) },
      streams: new Map(),
      rights: ANYBODY,
      now: '',
    },
  );
};

describe('a decision on what somebody names that is not theirs', () => {
  it('is "not found" at what they name, where the thing itself is theirs', async () => {
    expect(await move({ ...lamp, ...stake }, 'dark', HERE)).toMatchObject({ events: [{ type: 'LampMoved' }] });
    expect(await move({ ...lamp, ...stake }, 'dark', THERE)).toEqual({ denied: 'NOT_FOUND', path: ['to'] });
  });

  it('tells what stands in the way first, whatever they name', async () => {
    for (const to of [HERE, THERE]) expect(await move({ ...lamp, ...stake }, 'lit', to)).toEqual({ refused: 'LIT' });
  });

  it('T19: reads nothing more because of a thing that is neither seen nor anybody could have a stake in', async () => {
    const found: unknown[] = [];
    const reading = (decider: AnyDecider) => ({
      ...decider,
      facts: {
        Move: async (_: unknown, __: unknown, own: { state: () => Promise<unknown> }) => found.push(await own.state()),
      },
    });
    await move(reading(lamp), 'lit', HERE);
    await move(reading(lamp), 'lit', HERE, THERE);
    await move(reading({ ...lamp, stake: () => ({ territory: THERE, orgs: [] }) }), 'lit', HERE, THERE);
    expect(found).toEqual([{ is: 'lit' }, lamp.initial, { is: 'lit' }]);
  });

  it('tells nothing where the thing is not theirs, or nobody says whose it is before', async () => {
    expect(await move({ ...lamp, ...stake }, 'lit', THERE, THERE)).toEqual({ denied: 'NOT_FOUND' });
    expect(await move(lamp, 'lit', THERE)).toEqual({ denied: 'NOT_FOUND' });
  });
});
