import {
  evolve,
  kindOf,
  type Act,
  type ClaimKey,
  type Foldable,
  type Id,
  type LaidClaim,
  type Message,
  type StateReader,
  type StateSource,
  type Streams,
} from '../index.js';
import { actOf } from './act.js';

/** An event as it stands in an invented log; without an act it happened before everything else. */
type Logged = Message & { readonly act?: Partial<Act> };

const LONG_AGO: Act = {
  actorId: 'person-00000000-0000-4000-8000-000000000001',
  occurredAt: '2000-01-01T00:00:00.000Z',
  recordedAt: '2000-01-01T00:00:00.000Z',
};

/** Other streams as a decision of somebody who sees everything reads them, made of these events. */
export const aLog = (streams: Readonly<Record<Id, readonly Logged[]>>, kinds?: Streams): StateReader =>
  allSeen(
    {
      state: <S>(of: Foldable<S>, stream: Id) =>
        Promise.resolve(
          (streams[stream] ?? []).reduce(
            (state, { act, ...event }) => evolve(of, state, event, actOf(LONG_AGO, act)),
            of.initial,
          ),
        ),
    },
    kinds,
  );

/** The same log, in which claims were laid. */
export const withClaims = (log: StateReader, claims: (key: ClaimKey) => readonly LaidClaim[]): StateReader =>
  allSeen({ state: (of, stream) => log.state(of, stream), claims: (key) => Promise.resolve(claims(key)) });

/** States as somebody sees them who sees everything. */
export const allSeen = (source: StateSource, streams: Streams = new Map()): StateReader => ({
  state: (of, stream) => source.state(of, stream),
  behind: (of, stream) => source.state(of, stream),
  ending: async (stream) => {
    const of = streams.get(kindOf(stream));
    return of?.endingOf?.(await source.state(of, stream));
  },
  claimedBy: async (key, own) => ((await source.claims?.(key)) ?? []).map(({ by }) => by).filter((by) => by !== own),
  claimants: async (of, key, own) =>
    Promise.all(
      ((await source.claims?.(key)) ?? [])
        .filter(({ by }) => by !== own)
        .map(async (one) => ({ ...one, state: await source.state(of, one.by) })),
    ),
});
