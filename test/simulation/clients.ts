import type { Occasion } from '#kernel';
import type { DecideHandler, Outcome } from '#platform/decide';
import type { Chance } from './chance.js';
import { asking } from './deciding.js';
import type { Ledger } from './report.js';
import { actorOf, occasionOf, type Wish } from './town.js';
import type { VirtualTime } from './virtual-time.js';
import type { Weather } from './weather.js';
import type { Wishes } from './wishes.js';

const CLIENTS = 5;
const PATIENCE_MS = 8_000;

interface Surroundings {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly weather: () => Weather;
  readonly ledger: Ledger;
  /** The handler of the process that a request ends up at, if there is one. */
  readonly handler: () => DecideHandler | undefined;
}

/** People at their screens, each with one wish after the other. */
export class Clients {
  #busy = CLIENTS;

  constructor(private readonly world: Surroundings) {}

  get busy(): boolean {
    return this.#busy > 0;
  }

  begin(wishes: Wishes, wanted: number): void {
    for (let n = 0; n < CLIENTS; n++) void this.client(wishes, wanted);
  }

  private async client(wishes: Wishes, wanted: number): Promise<void> {
    const { time, chance } = this.world;
    for (let n = 0; n < wanted; n++) {
      await time.sleep(chance.below(500));
      const now = time.date();
      const { first = [], ...wish } = await wishes.next(now);
      for (const one of [...first, wish]) await this.insist(one, now);
    }
    this.#busy--;
  }

  /** Asks again with the same command id until there is an answer, as the console does. */
  private async insist({ by, ask }: Wish, now: Date): Promise<void> {
    const { time, chance, weather, ledger } = this.world;
    const occasion = ledger.given(occasionOf(by, chance.uuid(), now));
    for (;;) {
      const once = () => this.send({ by, ask }, occasion);
      const twice = chance.happens(weather().duplicate);
      const answer = await Promise.race([once(), ...(twice ? [once()] : []), time.sleep(PATIENCE_MS)]);
      if (answer && (answer.recorded || answer.code !== 'CONFLICT')) return;
      await time.sleep(chance.below(500));
    }
  }

  private async send({ by, ask }: Wish, occasion: Occasion): Promise<Outcome | undefined> {
    const { time, chance, weather, ledger } = this.world;
    const handler = this.world.handler();
    await time.sleep(chance.next() * weather().latencyMs);
    if (!handler) return undefined;
    try {
      return ledger.promised(occasion, await asking(handler)(ask, { actor: actorOf(by), occasion }));
    } catch {
      // The client sees an error and does not know what became of it.
      return undefined;
    }
  }
}
