import type { Id, Stream, TerritoryPath } from '#kernel';
import { renamed } from '../english-name.js';
import type { Level } from '../territory/territory.words.js';
import { organisationEvents, type OrganisationEvent } from './organisation.events.js';
import type { OrgKind } from './organisation.words.js';

export interface ActiveOrganisation {
  readonly is: 'active';
  readonly name: string;
  readonly nameEn?: string | undefined;
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
    OrgCreated: (
      _,
      { name, nameEn, orgKind, line, validFrom, parentId, territoryId, territoryPath, territoryLevel },
    ) => ({
      is: 'active',
      name,
      ...(nameEn !== undefined && { nameEn }),
      orgKind,
      ...(line !== undefined && { line }),
      ...(validFrom !== undefined && { validFrom }),
      territoryId,
      territoryPath,
      territoryLevel,
      ...(parentId && { parentId }),
      posts: [],
    }),
    OrgRenamed: whileActive((state, said) => renamed(state, said)),
    OrgCorrected: whileActive((state, { orgKind, line = state.line, validFrom = state.validFrom, ...said }) => ({
      ...renamed(state, said),
      orgKind: orgKind ?? state.orgKind,
      ...(line !== undefined && { line }),
      ...(validFrom !== undefined && { validFrom }),
    })),
    PostCorrected: whileActive((state) => state),
    PostEstablished: whileActive((state, { postId }) => ({ ...state, posts: [...state.posts, postId] })),
    OrgDissolved: whileActive(({ name: _, nameEn: __, posts: ___, ...stood }, { dissolvedAt }) => ({
      ...stood,
      is: 'dissolved',
      dissolvedAt,
    })),
  },
};
