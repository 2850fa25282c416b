import type { Text } from '#kernel';

interface Expecting {
  readonly each: boolean;
  readonly message: string;
  readonly context: Text;
}

/** Options of a rule that says in both languages what it expects; for each item of a list, or of the value itself. */
export const expecting = (context: Text, each = false): Expecting => ({
  each,
  // The package hands on the context of rules that have a message; nobody reads this one.
  message: 'unfit',
  context,
});
