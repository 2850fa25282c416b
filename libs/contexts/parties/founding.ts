import { kindOf, type Id } from '#kernel';
import { DIRECTORY } from './directory.js';

/** Whether the record knows a first administrator in a post. */
export interface Founding {
  isOver(): Promise<boolean>;
}

/** What has to be known of an event to see who keeps the directory, and who is in a post. */
export interface Sign {
  readonly stream: Id;
  readonly type: string;
  readonly actorId: Id;
}

/** Hears the log from its start, until somebody who keeps the directory has a post. */
export class FoundingSigns {
  readonly #keepers = new Set<Id>();
  readonly #appointed = new Set<Id>();

  hear({ stream, type, actorId }: Sign): void {
    if (this.isOver || !DIRECTORY.has(kindOf(stream))) return;
    this.#keepers.add(actorId);
    if (type === 'PostHeld') this.#appointed.add(stream);
  }

  get isOver(): boolean {
    return [...this.#keepers].some((one) => this.#appointed.has(one));
  }
}
