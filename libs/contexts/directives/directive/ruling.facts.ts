import type { Id, StateReader } from '#kernel';
import type { Issuer } from '../content/content.schema.js';
import { asksFor } from '../content/tie.words.js';
import { isTakenBack, type DirectiveState } from './directive.standing.js';
import { directiveStream } from './directive.state.js';

/** The parents of which a child asks something, each with the body that issued it, as far as whoever asks may see it. */
export interface Ruling {
  readonly parents: ReadonlyMap<Id<'directive'>, Issuer>;
}

/** What was taken back asks nothing any more. */
const parentsAsked = (state: DirectiveState): readonly Id<'directive'>[] =>
  state.is === 'new' || isTakenBack(state)
    ? []
    : [...state.content.clauseMap.filter(({ how }) => asksFor(how)), ...state.ahead].map((one) => one.directiveId);

export const readRuling = async (read: StateReader, state: DirectiveState): Promise<Ruling> => {
  const found = await Promise.all(
    [...new Set(parentsAsked(state))].map(async (id) => [id, await read.state(directiveStream, id)] as const),
  );
  return { parents: new Map(found.flatMap(([id, one]) => (one.is === 'new' ? [] : [[id, one.issuer] as const]))) };
};
