import { personalFields, type AnyDecider, type Id, type Message, type Occasion } from '#kernel';
import { eventId, type Append, type JsonObject, type NewEvent } from '#platform/event-store';
import { reasonPlace, type PersonalData } from '#platform/personal-data';

interface Place {
  readonly stream: Id;
  readonly occasion: Occasion;
}

/**
 * The occasion as the envelope keeps it: a reason is free text and may name people, so it is sealed like their data. `seen` is the
 * position up to which other streams were read.
 */
const sealedOccasion = async (
  personal: PersonalData,
  { stream, occasion: { reason, ...rest } }: Place,
  seen: bigint | undefined,
): Promise<Occasion> => {
  const factsAt = seen === undefined ? {} : { factsAt: String(seen) };
  if (reason === undefined) return { ...rest, ...factsAt };
  const sealed = await personal.seal(reasonPlace(stream, rest), [['reason']], { reason });
  return { ...rest, ...factsAt, ...(typeof sealed['reason'] === 'string' && { reason: sealed['reason'] }) };
};

/** The events as the log takes them: personal fields leave this process only under their stream's key. */
const sealedEvents = (
  personal: PersonalData,
  { decider, stream, occasion }: Place & { readonly decider: Pick<AnyDecider, 'kind' | 'events'> },
  events: readonly Message[],
): Promise<NewEvent[]> =>
  Promise.all(
    events.map(async ({ type, data }, index) => {
      const fact = decider.events.facts[type];
      if (!fact) throw new Error(`${decider.kind} has no event ${type}`);
      const place = { stream, eventId: eventId(occasion, index) };
      const plain = fact.schema.parse(data) as JsonObject;
      const sealed = await personal.seal(place, personalFields(fact.schema), plain);
      return { type, schemaVersion: fact.version, data: sealed };
    }),
  );

/** What is to be appended as the log takes it: `seen` is up to where other streams were read, the rest what it rests on. */
export const sealedAppend = async (
  personal: PersonalData,
  place: Parameters<typeof sealedEvents>[1],
  {
    decided,
    seen,
    ...restsOn
  }: Pick<Append, 'expected' | 'commandHash' | 'reliesOn'> & {
    readonly decided: readonly Message[];
    readonly seen: bigint | undefined;
  },
): Promise<Append> => {
  const [occasion, events] = await Promise.all([
    sealedOccasion(personal, place, seen),
    sealedEvents(personal, place, decided),
  ]);
  return { ...restsOn, stream: place.stream, occasion, events };
};
