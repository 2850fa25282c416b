import type { Content } from './content.schema.js';

/** The text says that there are more, or fewer, clauses than were captured. */
export interface CountWarning {
  /** The clause whose parts are counted; absent where the whole text is meant. */
  readonly under?: string;
  readonly declared: number;
  readonly captured: number;
}

/** D9: what the text declares and what was captured, where they differ; empty once that is resolved. */
export const countWarnings = ({ declared, clauses }: Pick<Content, 'declared' | 'clauses'>): CountWarning[] =>
  declared
    .map(({ under, count }) => ({
      ...(under !== undefined && { under }),
      declared: count,
      captured: clauses.filter(({ parent }) => parent === under).length,
    }))
    .filter(({ declared, captured }) => declared !== captured);
