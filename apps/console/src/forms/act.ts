import type { ComponentType } from 'react';
import type { TypedDocumentNode } from 'urql';
import type { Entered } from './draft';
import type { Said } from './said';

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

/** A form is a declaration: the mutation, and the input that it takes; more only where the schema cannot say it. */
export interface Act {
  readonly mutation: TypedDocumentNode<{ outcome: Said }, { input: never }>;
  readonly input: FormInput;
  /** Fields that need more than their type says. */
  readonly entries?: Readonly<Record<string, ComponentType<EntryProps>>>;
}
