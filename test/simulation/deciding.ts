import { createHash } from 'node:crypto';
import { inPostBy } from '#access';
import { recordedAppointments } from '#contexts/parties';
import type { Occasion } from '#kernel';
import { datedByClock, Decide, DecideHandler } from '#platform/decide';
import type { EventStore } from '#platform/event-store';
import type { DecideAsk } from '#platform/follow';
import type { PersonalData } from '#platform/personal-data';
import { LogFounding } from '../../apps/api/log-founding.js';
import type { Chance } from './chance.js';
import { actorOf, FOUNDING, type Who } from './town.js';

/** Sealing without keys; each try seals a reason differently, as the real one does. */
export const sealing = (chance: Chance): PersonalData => ({
  seal: (_, fields, data) => {
    const isReasoned = fields.length > 0 && 'reason' in data;
    return Promise.resolve(isReasoned ? { ...data, reason: `sealed ${chance.uuid()}` } : data);
  },
  open: (value) => Promise.resolve(value),
  openFields: (value) => Promise.resolve(value),
  fingerprint: (text) => createHash('sha256').update(text).digest('hex'),
});

/** The gate that people's commands and those of policies go through. */
export const asking =
  (handler: DecideHandler): DecideAsk =>
  ({ decider, stream, command }, as) =>
    handler.execute(new Decide(decider, stream, command, as));

/** Places, bodies, posts and people, in an empty log. */
export const found = async (decide: DecideAsk, occasion: (by: Who) => Occasion): Promise<void> => {
  for (const { by, ask } of FOUNDING) {
    const outcome = await decide(ask, { actor: actorOf(by), occasion: occasion(by) });
    if (!outcome.recorded) throw new Error(`the founding was refused: ${outcome.code}`);
  }
};

/** The gate that a process puts before its log: with the same appointments as the product's. */
export const handlerOf = (log: EventStore, chance: Chance, now: () => Date): DecideHandler =>
  new DecideHandler(
    log,
    sealing(chance),
    datedByClock(now),
    new Map(),
    inPostBy(recordedAppointments(new LogFounding(log))),
  );
