import { evolve, type Act, type Decider, type Id, type Message, type StateReader } from '../index.js';

/** An event as it stands in an invented log; without an act it happened before everything else. */
type Logged = Message & { readonly act?: Partial<Act> };

const LONG_AGO: Act = {
  actorId: 'person-00000000-0000-4000-8000-000000000001',
  occurredAt: '2000-01-01T00:00:00.000Z',
};

/** Other streams as a decision reads them, made of these events. */
export const aLog = (streams: Readonly<Record<Id, readonly Logged[]>>): StateReader => {
  const fold = <S, C extends Message, E extends Message, R extends string, F>(
    decider: Decider<S, C, E, R, F>,
    stream: Id,
    until: string,
  ): Promise<S> => {
    const acts = (streams[stream] ?? []).map(({ act, ...event }) => ({ event, act: { ...LONG_AGO, ...act } }));
    const heard = acts.filter(({ act }) => act.occurredAt <= until);
    // An invented log holds what its specification says it holds.
    return Promise.resolve(
      heard.reduce((state, { event, act }) => evolve(decider, state, event as E, act), decider.initial),
    );
  };
  return {
    state: (decider, stream) => fold(decider, stream, '9999'),
    stateAt: fold,
  };
};
