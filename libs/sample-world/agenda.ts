/** Something that goes on step by step: it does the next step and says when the one after it is due, in milliseconds. */
export type Course = AsyncGenerator<number, void>;

interface Due {
  readonly at: number;
  readonly turn: number;
  readonly course: Course;
}

const isBefore = (one: Due, other: Due): boolean => one.at < other.at || (one.at === other.at && one.turn < other.turn);

/** Courses in the order of their next steps; at the same time, first come, first served. A binary heap. */
export class Agenda {
  readonly #heap: Due[] = [];
  #turn = 0;

  /** When the next step is due; never when nothing is left. */
  get next(): number {
    return this.#heap[0]?.at ?? Infinity;
  }

  /** The course begins at this time. */
  begin(at: number, course: Course): void {
    this.push({ at, turn: this.#turn++, course });
  }

  /** Does the step that is due next. */
  async step(): Promise<void> {
    const due = this.pop();
    if (!due) return;
    const { done, value } = await due.course.next();
    if (!done) this.begin(Math.max(value, due.at), due.course);
  }

  private push(due: Due): void {
    let at = this.#heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#heap[above];
      if (!parent || isBefore(parent, due)) break;
      this.#heap[at] = parent;
      at = above;
    }
    this.#heap[at] = due;
  }

  private pop(): Due | undefined {
    const [first] = this.#heap;
    const last = this.#heap.pop();
    if (last && this.#heap.length > 0) this.sink(last);
    return first;
  }

  private sink(due: Due): void {
    let at = 0;
    for (;;) {
      const below = this.earlierBelow(at);
      const child = this.#heap[below];
      if (!child || isBefore(due, child)) break;
      this.#heap[at] = child;
      at = below;
    }
    this.#heap[at] = due;
  }

  private earlierBelow(at: number): number {
    const [left, right] = [this.#heap[2 * at + 1], this.#heap[2 * at + 2]];
    return left && right && isBefore(right, left) ? 2 * at + 2 : 2 * at + 1;
  }
}
