import { foldedRow, type AnyView, type Id, type ViewOf } from '#kernel';
import { columnTexts } from './column-texts.js';
import { parkAt, type SelectedEvent } from './select-events.js';
import type { Parked } from '../loop/parked.js';
import { gained } from './scopes.js';
import { checkStorable } from './storable.js';
import type { EndedRow, OpenRow, OwnedRow, ViewChange } from './view-change.js';

export interface Folded extends Pick<ViewChange, 'ended' | 'closed' | 'open' | 'parked'> {
  /** The rows of these keys as they stand now. */
  readonly rows: ReadonlyMap<string, OpenRow>;
}

/**
 * Folds events into rows and keeps every version a row went through, with the positions in which it was true.
 * A fold that throws changes nothing and parks the stream of its event.
 */
export const foldRows = (
  view: AnyView,
  selected: readonly SelectedEvent[],
  stored: ReadonlyMap<string, OpenRow>,
): Folded => {
  // Which rows exactly is the view's own business.
  const folding = new Folding(view as ViewOf<object>, stored);
  for (const one of selected) folding.take(one);
  return folding.result();
};

/** A row before an event, also as its fold takes it. */
interface Before extends OpenRow {
  readonly row: object;
}

/** A row that changes: the version that ends, and the one that begins. */
interface Replacement extends Pick<OpenRow, 'key'> {
  readonly ended: EndedRow | undefined;
  readonly after: OwnedRow | undefined;
}

class Folding {
  readonly #now: Map<string, OpenRow>;
  /** Versions that began here and are true now. */
  readonly #open = new Map<string, OwnedRow>();
  readonly #closed: string[] = [];
  readonly #ended: EndedRow[] = [];
  readonly #parked = new Map<Id, Parked>();

  constructor(
    private readonly view: ViewOf<object>,
    stored: ReadonlyMap<string, OpenRow>,
  ) {
    this.#now = new Map(stored);
  }

  take(one: SelectedEvent): void {
    if (this.#parked.has(one.event.stream)) return;
    try {
      this.fold(one);
    } catch (error) {
      this.#parked.set(one.event.stream, parkAt(this.view.name, one.event, error));
    }
  }

  result(): Folded {
    return {
      ended: this.#ended,
      closed: this.#closed,
      open: [...this.#open.values()],
      parked: [...this.#parked.values()],
      rows: this.#now,
    };
  }

  /** Everything that may throw comes before the first row is replaced. */
  private fold({ event, message, keys }: SelectedEvent): void {
    const replacements = keys.flatMap((key) => {
      const before = this.before(key);
      const row = foldedRow(this.view, { event: message, at: event, key }, before?.row);
      return row === before?.row ? [] : [this.replacement(before, row, { key, since: event.position })];
    });
    for (const one of replacements) this.replace(one);
  }

  private replacement(
    before: Before | undefined,
    row: object | undefined,
    at: Pick<OpenRow, 'key' | 'since'>,
  ): Replacement {
    const after = row && this.owned({ ...at, born: before?.born ?? at.since }, row, before?.row);
    return { key: at.key, ended: before && this.ended(before, at.since), after };
  }

  private replace({ key, ended, after }: Replacement): void {
    if (ended) {
      this.#ended.push(ended);
      if (!this.#open.delete(key)) this.#closed.push(key);
    }
    if (after) this.open(after);
    else this.#now.delete(key);
  }

  /** The fold always gets what the store would give it, so that the size of a batch makes no difference. */
  private before(key: string): Before | undefined {
    const open = this.#now.get(key);
    return open && { ...open, row: JSON.parse(open.text) as object };
  }

  private open(row: OwnedRow): void {
    const { key, since, born, text } = row;
    this.#open.set(key, row);
    this.#now.set(key, { key, since, born, text });
  }

  private owned(at: Omit<OpenRow, 'text'>, row: object, before: object | undefined): OwnedRow {
    const beside = this.beside(row);
    const scopes = gained(beside.owner, before && this.owner(before));
    const owned = { ...at, ...beside, scopes, text: JSON.stringify(row) };
    checkStorable(this.view, owned, row);
    return owned;
  }

  /** What stands beside a row. */
  private beside(row: object): Pick<OwnedRow, 'owner' | 'columns'> {
    return { owner: this.owner(row), columns: columnTexts(this.view, row) };
  }

  private owner(row: object): OwnedRow['owner'] {
    const { owner } = this.view;
    return owner === 'directory' ? owner : owner(row);
  }

  private ended({ row, ...before }: Before, until: bigint): EndedRow {
    // What was stored before is found already.
    return { ...(this.#open.get(before.key) ?? { ...before, ...this.beside(row), scopes: [] }), until };
  }
}
