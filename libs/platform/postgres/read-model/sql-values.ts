/** The values of one statement, in the order in which its text names them. */
export class SqlValues {
  readonly all: unknown[] = [];

  /** Adds a value and gives its place, such as `$3`. */
  bind(value: unknown): string {
    this.all.push(value);
    return `$${String(this.all.length)}`;
  }
}
