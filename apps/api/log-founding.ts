import { FoundingSigns, type Founding } from '#contexts/parties';
import type { After, EventStore } from '#platform/event-store';

const PAGE = 500;

/** Looks for the first administrator in a post from the start of the log, once: what has been seen is not read again. */
export class LogFounding implements Founding {
  readonly #signs = new FoundingSigns();
  #after: After = 'start';

  constructor(private readonly log: Pick<EventStore, 'readAll'>) {}

  async isOver(): Promise<boolean> {
    while (!this.#signs.isOver) {
      const events = await this.log.readAll({ after: this.#after, limit: PAGE });
      for (const event of events) {
        this.#signs.hear(event);
        this.#after = event.position;
      }
      if (events.length < PAGE) break;
    }
    return this.#signs.isOver;
  }
}
