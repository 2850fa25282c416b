import { ANYBODY, type Actor, type Rights } from '#access';
import type { Streams } from '#kernel';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from './clock.js';
import { RIGHTS, STREAMS } from './decide.handler.js';
import { LogFacts } from './log-facts.js';
import { Possibilities } from './possibilities.js';
import { StreamStates } from './stream-states.js';

/** What people may ask for now, by the log itself, as decisions are. */
@Injectable()
export class Possible {
  private readonly states = new StreamStates();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RIGHTS) private readonly rights: Rights = ANYBODY,
    @Inject(STREAMS) private readonly streams: Streams = new Map(),
  ) {}

  /**
   * For one request: every stream is read once, and those that are asked for together in one go. `always` is what stands against whatever
   * is asked for, such as what they show.
   */
  for(actor: Actor, always?: ConstructorParameters<typeof Possibilities>[3]): Possibilities {
    const now = this.clock().toISOString();
    const source = new LogFacts(this.store, this.states, 'none', now);
    return new Possibilities(actor, now, { source, rights: this.rights, streams: this.streams }, always);
  }
}
