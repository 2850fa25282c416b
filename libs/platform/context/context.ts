import type { AnyDecider, AnyReactor, AnyTimer, AnyView } from '#kernel';
import type { Provider, Type } from '@nestjs/common';

/** What a context adds to the product. The one list in which each of its parts stands; a specification finds a file that is missing. */
export interface Context {
  readonly deciders: readonly AnyDecider[];
  readonly views: readonly AnyView[];
  readonly policies: readonly AnyReactor[];
  readonly timers: readonly AnyTimer[];
  readonly resolvers: readonly (Type & Provider)[];
}

/** Registers a context: the log's catalogues, the followers and the schema come from this list. */
export const context = (parts: Context): Context => parts;
