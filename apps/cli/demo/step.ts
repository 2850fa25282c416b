import type { CastPerson } from '#platform/identity';
import { uuidV5 } from '#platform/event-store';
import type { Text } from '#kernel';
import type { FileSaid } from './evidence.js';

/** Every command of the demo has its id from its name and this: sent again, it is the same command. */
const DEMO = '5a1f6b0e-3c57-4d0e-9a54-51fa46000002';

/** Stands for the id of the thing that an earlier step recorded. */
export interface Made {
  readonly madeBy: string;
}

/** Stands for words that are told in one language or the other. */
export interface Told {
  readonly told: Text;
}

/** What an input may hold. */
export type Value = string | number | boolean | Made | Told | FileSaid | readonly Value[] | Fields;
export interface Fields {
  readonly [field: string]: Value;
}

/** One command of the story: who asks for it, when it happened, and its input apart from what every command says. */
export interface Step {
  /** Unique in the story; it gives the command its id. */
  readonly name: string;
  readonly as: CastPerson;
  readonly mutation: string;
  readonly at: string;
  readonly input: Fields;
  /** Whether what the system does in answer must be there before the story goes on. */
  readonly settle?: boolean;
}

/** The thing that the step of this name made. */
export const madeBy = (name: string): Made => ({ madeBy: name });

/** These words, in the language in which the story is told. */
export const told = (en: string, zh: string): Told => ({ told: { en, zh } });

export const commandIdOf = ({ name }: Pick<Step, 'name'>): string => uuidV5(name, DEMO);
