import type { ComponentType } from 'react';
import type { Entered } from './draft';

/** What a field is told, and what it tells. */
export interface EntryProps {
  readonly field: InputField;
  readonly value: Entered | undefined;
  readonly onChange: (value: Entered | undefined) => void;
  /** What is wrong with what was entered, by the way to where it is. */
  readonly faults: Faults;
  /** The way to this field. */
  readonly at: string;
}

export type Faults = ReadonlyMap<string, string>;

/** A form is a declaration: what the schema says of the mutation, and more only where it cannot say it. */
export interface Act extends Mutation {
  /** Fields that whoever opens the form fills: they are sent and not shown. */
  readonly given?: readonly string[];
  /** Fields that are said before the others. */
  readonly first?: readonly string[];
  /** Fields that need more than their type says. */
  readonly entries?: Readonly<Record<string, ComponentType<EntryProps>>>;
}
