import type { ItemNumber, NumberKind } from './number.js';

/** Where a clause stands in the tree of a notice. */
export interface Place {
  /** From 1: how deep the clause stands. */
  readonly level: number;
  /** The order of the clause it belongs to, or null. */
  readonly parent: number | null;
}

interface Open {
  readonly kind: NumberKind;
  readonly order: number;
}

const MOST_NUMBERED: readonly NumberKind[] = ['chapter'];

/** Gives places one after another: a number closes all that stand deeper than the last one of its kind. */
export class Tree {
  private open: readonly Open[] = [];

  /** The place of the next clause; `order` is its own. */
  place(number: ItemNumber | undefined, order: number): Place {
    if (number) {
      const known = this.open.findIndex(({ kind }) => kind === number.kind);
      const top = MOST_NUMBERED.includes(number.kind) ? 0 : this.open.length;
      this.open = this.open.slice(0, known < 0 ? top : known);
    }
    const place = { level: this.open.length + 1, parent: this.open.at(-1)?.order ?? null };
    if (number) this.open = [...this.open, { kind: number.kind, order }];
    return place;
  }

  /** A paragraph without a number begins: what counts sentences inside a paragraph (一是, 第一,) is over. */
  newParagraph(): void {
    this.open = this.open.filter(({ kind }) => kind !== 'item' && kind !== 'ordinal' && kind !== 'circled');
  }
}
