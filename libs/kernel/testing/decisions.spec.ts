import { describe, expect, it } from '@jest/globals';
import { command, commandsOf, eventsOf, fact, happened, refused, text, to, type AnyDecider } from '../index.js';
import { expectLawfulDecisions } from './decisions.js';

const named = { name: text(20, 'Its name.', '名称。') };
const events = eventsOf('lamp', { LampHung: fact('Lamp hung', '挂灯', {}), LampLit: fact('Lamp lit', '点灯', {}) });
const lawful: AnyDecider = {
  kind: 'lamp',
  events,
  commands: commandsOf(
    'lamp',
    { subject: { en: 'Which lamp.', zh: '灯。' } },
    {
      HangLamp: command('Hangs a lamp.', '挂灯。', { who: ['hq'], at: ['new'], takes: named }),
      LightLamp: command('Lights a lamp.', '点灯。', { who: ['hq'], at: ['dark'], reasoned: true }),
    },
  ),
  refusals: { NOT_DARK: { en: 'It is not dark.', zh: '灯未熄。' } },
  facts: {},
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : 'everybody'),
  evolve: { LampHung: () => ({ is: 'dark' }), LampLit: () => ({ is: 'lit' }) },
  owner: () => ({ territory: '', orgs: [] }),
  decide: {
    HangLamp: (_, { is }) => (is === 'new' ? happened({ type: 'LampHung', data: {} }) : happened()),
    LightLamp: (_, { is }) => (is === 'dark' ? happened({ type: 'LampLit', data: {} }) : refused('NOT_DARK')),
  },
};

const light = (decide: AnyDecider['decide'][string]): AnyDecider => ({
  ...lawful,
  decide: { ...lawful.decide, LightLamp: decide },
});
const lit = (data: object) => happened({ type: 'LampLit', data });
const translated = command('Lights a lamp.', '点灯。', { who: ['hq'], at: ['dark'], as: to<object>() });

let turn = 0;
const breaches: Readonly<Record<string, readonly [AnyDecider, said: string]>> = {
  'throws at one state only': [
    light((_, { is }) => {
      if (is === 'lit') throw new TypeError('no oil');
      return refused('NOT_DARK');
    }),
    'LightLamp at lit: throws TypeError: no oil',
  ],
  'throws when it is asked whose the thing is': [
    {
      ...lawful,
      owner: ({ is }) => {
        if (is === 'dark') throw new TypeError('nobody');
        return undefined;
      },
    },
    'HangLamp at dark: throws TypeError: nobody',
  ],
  'throws for want of a reason': [
    light(({ reason }: { reason?: string }) => {
      if (reason === undefined) throw new TypeError('why?');
      return refused('NOT_DARK');
    }),
    'throws TypeError: why?',
  ],
  'answers differently the second time': [
    light(() => (turn++ % 2 === 0 ? refused('NOT_DARK') : happened())),
    'answers differently the second time',
  ],
  'looks at the clock': [
    light(() => (Date.now() > 1e12 ? refused('NOT_DARK') : happened())),
    'answers differently the second time',
  ],
  'changes what it is given': [
    light((data: { reason?: string }) => {
      data.reason = 'changed';
      return refused('NOT_DARK');
    }),
    'LightLamp at dark: throws TypeError',
  ],
  'answers with more than the event can hold': [
    light((_, { is }) => (is === 'dark' ? lit({ since: new Date(0) }) : refused('NOT_DARK'))),
    'LightLamp at dark: answers with what does not decode',
  ],
  'answers with an event of no such type': [
    light((_, { is }) => (is === 'dark' ? happened({ type: 'LampSold', data: {} }) : refused('NOT_DARK'))),
    'LightLamp at dark: answers with what does not decode',
  ],
  'makes something happen at a state that is not declared': [
    light(() => lit({})),
    'LightLamp at lit: makes something happen where its declaration does not say so',
  ],
  'refuses without a sentence': [light(() => refused('NO_OIL')), 'LightLamp at dark: NO_OIL has no sentence'],
  'decides on data that nobody made up': [
    {
      ...lawful,
      commands: { ...lawful.commands, declared: { ...lawful.commands.declared, LightLamp: translated } },
    },
    'LightLamp decides on translated data: hand in some that is made up',
  ],
};

describe('the law of decisions', () => {
  it('is kept by a decider that answers the same, as it declares', async () => {
    await expectLawfulDecisions(lawful, {});
  });

  it.each(Object.entries(breaches))('is broken by one that %s', async (_, [decider, said]) => {
    const found = await expectLawfulDecisions(decider, {}).then(() => '', told);
    expect(found).toContain(said);
  });
});

/** What an error says, with what caused it. */
const told = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${told(error.cause ?? '')}` : String(error);
