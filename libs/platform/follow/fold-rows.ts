import { folded, type AnyView, type Id, type View } from '#kernel';
import { parkAt, type Heard } from './heard.js';
import type { Parked } from './parked.js';
import { checkStorable } from './storable.js';
import type { Closing, OpenRow, RowVersion } from './view-store.js';

export interface Folded {
  readonly closed: readonly Closing[];
  readonly versions: readonly RowVersion[];
  readonly parked: readonly Parked[];
  /** The rows of these keys as they stand now. */
  readonly rows: ReadonlyMap<string, OpenRow>;
}

/**
 * Folds events into rows and keeps every version a row went through, with the positions in which it was true.
 * A fold that throws changes nothing and parks the stream of its event.
 */
export const foldRows = (view: AnyView, heard: readonly Heard[], stored: ReadonlyMap<string, OpenRow>): Folded => {
  // Which rows and events exactly is the view's own business.
  const folding = new Folding(view as View, stored);
  for (const one of heard) folding.take(one);
  return folding.result();
};

class Folding {
  readonly #now: Map<string, OpenRow>;
  /** Versions that began here and are true now. */
  readonly #open = new Map<string, RowVersion>();
  readonly #closed: Closing[] = [];
  readonly #past: RowVersion[] = [];
  readonly #parked = new Map<Id, Parked>();

  constructor(
    private readonly view: View,
    stored: ReadonlyMap<string, OpenRow>,
  ) {
    this.#now = new Map(stored);
  }

  take(one: Heard): void {
    if (this.#parked.has(one.event.stream)) return;
    try {
      this.fold(one);
    } catch (error) {
      this.#parked.set(one.event.stream, parkAt(this.view.name, one.event, error));
    }
  }

  result(): Folded {
    return {
      closed: this.#closed,
      versions: [...this.#past, ...this.#open.values()],
      parked: [...this.#parked.values()],
      rows: this.#now,
    };
  }

  /** The fold always gets what the store would give it, so that the size of a batch makes no difference. */
  private fold({ event, message, key }: Heard): void {
    const before = this.#now.get(key);
    const row = before && (JSON.parse(before.text) as object);
    const next = folded(this.view, row, message, event);
    if (next === row) return;
    const version = next && this.version(key, next, event.position, before?.born);
    if (before) this.close(before, event.position);
    if (version) this.open(version);
    else this.#now.delete(key);
  }

  private open(version: RowVersion): void {
    const { key, since, born, text } = version;
    this.#open.set(key, version);
    this.#now.set(key, { key, since, born, text });
  }

  private version(key: string, row: object, since: bigint, born = since): RowVersion {
    const owner = this.view.owner === 'directory' ? 'directory' : this.view.owner(row);
    const version: RowVersion = { key, since, until: undefined, born, owner, text: JSON.stringify(row) };
    checkStorable(this.view, version, row);
    return version;
  }

  private close({ key }: OpenRow, until: bigint): void {
    const open = this.#open.get(key);
    if (open) this.#past.push({ ...open, until });
    else this.#closed.push({ key, until });
    this.#open.delete(key);
  }
}
