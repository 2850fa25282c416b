import type { Chance } from './chance.js';
import type { VirtualTime } from './virtual-time.js';
import type { Weather } from './weather.js';

/** The connection broke: nobody knows what became of the operation. */
class Lost extends Error {
  override readonly name = 'Lost';
}

interface Surroundings {
  readonly time: VirtualTime;
  readonly chance: Chance;
  readonly weather: () => Weather;
  readonly crashed: () => void;
}

/** One process: what it asks for travels through the weather, and nothing reaches it any more once it is dead. */
export class SimProcess {
  #alive = true;

  constructor(private readonly world: Surroundings) {}

  get alive(): boolean {
    return this.#alive;
  }

  crash(): void {
    if (!this.#alive) return;
    this.#alive = false;
    this.world.crashed();
  }

  /** Carries an operation to where it is done, and its answer back. Never settles when the process dies meanwhile. */
  readonly carry = <T>(operation: string, work: () => Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const { time, chance, weather } = this.world;
      const { lost, crash } = weather();
      const [before, after, dies] = [chance.happens(lost / 2), chance.happens(lost / 2), chance.happens(crash)];
      const back = (settle: () => void) => {
        time.after(this.delay(), () => {
          if (this.#alive) settle();
        });
      };
      const lose = () => {
        back(() => {
          reject(new Lost());
        });
      };
      time.after(this.delay(), () => {
        // What was on its way when the process died may arrive or not; a lease goes with its connection.
        if (!this.#alive && (/lease$/i.test(operation) || chance.happens(0.5))) return;
        if (before) {
          lose();
          return;
        }
        work().then(
          (result) => {
            if (dies) this.crash();
            if (after) lose();
            else
              back(() => {
                resolve(result);
              });
          },
          (error: unknown) => {
            back(() => {
              reject(error instanceof Error ? error : new Error(String(error)));
            });
          },
        );
      });
    });

  private delay(): number {
    const { chance } = this.world;
    const { latencyMs, hiccup, hiccupMs } = this.world.weather();
    return chance.next() * latencyMs + (chance.happens(hiccup) ? chance.next() * hiccupMs : 0);
  }
}
