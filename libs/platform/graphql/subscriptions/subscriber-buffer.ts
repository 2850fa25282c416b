import type { Id } from '#kernel';
import type { RecordedNotice } from './recorded-notice.js';

/**
 * What one subscriber hears. Notices are kept back until it is known which things are theirs to see: that may take as long as a query
 * waits, and what is recorded meanwhile must be told all the same.
 */
export class SubscriberBuffer {
  #kept: RecordedNotice[] = [];
  #visible: ReadonlySet<Id> | undefined;

  constructor(private readonly tell: (notice: RecordedNotice) => void) {}

  readonly put = (notice: RecordedNotice): void => {
    if (!this.#visible) this.#kept.push(notice);
    else if (this.#visible.has(notice.id)) this.tell(notice);
  };

  /** Tells what was kept back about these things, and from now on whatever comes. */
  only(visible: ReadonlySet<Id>): void {
    this.#visible = visible;
    for (const notice of this.#kept.splice(0)) this.put(notice);
  }
}
