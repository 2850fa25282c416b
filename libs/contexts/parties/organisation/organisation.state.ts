import type { Id, Stream, TerritoryPath } from '#kernel';
import type { Level } from '../territory/territory.words.js';
import { organisationEvents, type OrganisationEvent } from './organisation.events.js';
import type { OrgKind } from './organisation.words.js';

export interface ActiveOrganisation {
  readonly is: 'active';
  readonly name: string;
  readonly orgKind: OrgKind;
  /** The line of work it regulates, where it has one. */
  readonly line?: string;
  /** Since when it has been there, as far as that is stated; it may lie long before its entry. */
  readonly validFrom?: string;
  readonly territoryId: Id<'territory'>;
  readonly territoryPath: TerritoryPath;
  readonly territoryLevel: Level;
  /** The body above it, where it has one. */
  readonly parentId?: Id<'organisation'>;
  readonly posts: readonly Id<'post'>[];
}

/** Where a body stood that is there no longer. */
export interface DissolvedOrganisation extends Pick<
  ActiveOrganisation,
  'orgKind' | 'validFrom' | 'parentId' | 'territoryId' | 'territoryPath' | 'territoryLevel'
> {
  readonly is: 'dissolved';
  readonly dissolvedAt: string;
}

export type OrganisationState = { readonly is: 'new' } | ActiveOrganisation | DissolvedOrganisation;

const whileActive =
  <D>(change: (state: ActiveOrganisation, data: D) => OrganisationState) =>
  (state: OrganisationState, data: D): OrganisationState =>
    state.is === 'active' ? change(state, data) : state;

/** How an organisation is folded. */
export const organisationStream: Stream<OrganisationState, OrganisationEvent> = {
  kind: 'organisation',
  events: organisationEvents,
  initial: { is: 'new' },
  seenBy: ({ is }) => (is === 'new' ? undefined : 'everybody'),
  evolve: {
    OrgCreated: (_, { name, orgKind, line, validFrom, parentId, territoryId, territoryPath, territoryLevel }) => ({
      is: 'active',
      name,
      orgKind,
      ...(line !== undefined && { line }),
      ...(validFrom !== undefined && { validFrom }),
      territoryId,
      territoryPath,
      territoryLevel,
      ...(parentId && { parentId }),
      posts: [],
    }),
    OrgRenamed: whileActive((state, { name }) => ({ ...state, name })),
    OrgCorrected: whileActive((state, { name, orgKind, line = state.line, validFrom = state.validFrom }) => ({
      ...state,
      name: name ?? state.name,
      orgKind: orgKind ?? state.orgKind,
      ...(line !== undefined && { line }),
      ...(validFrom !== undefined && { validFrom }),
    })),
    PostCorrected: whileActive((state) => state),
    PostEstablished: whileActive((state, { postId }) => ({ ...state, posts: [...state.posts, postId] })),
    OrgDissolved: whileActive(({ name: _, posts: __, ...stood }, { dissolvedAt }) => ({
      ...stood,
      is: 'dissolved',
      dissolvedAt,
    })),
  },
};
