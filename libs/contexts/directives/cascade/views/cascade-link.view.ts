import { idOf, uuidOf, type Id, type TerritoryPath, viewOf } from '#kernel';
import { directiveEvents } from '../../directive/directive.events.js';

/** One issued directive, as the child of one that it is based on. */
export interface CascadeLink {
  readonly parentId: Id<'directive'>;
  readonly childId: Id<'directive'>;
  readonly territoryPath: TerritoryPath;
  readonly orgs: readonly Id<'organisation'>[];
}

/** The way down from a directive to those that implement it; one row for each basis of each issued directive. */
export const cascadeLink = viewOf<CascadeLink, typeof directiveEvents>({
  name: 'cascade_link',
  version: 2,
  of: directiveEvents,
  key: ({ type, data }, { stream }) => (type === 'BasisImplemented' ? `${stream} ${data.directiveId}` : stream),
  owner: ({ territoryPath, orgs }) => ({ territory: territoryPath, orgs }),
  indexes: ['parentId'],
  on: {
    DirectiveDrafted: 'ignore',
    DraftEdited: 'ignore',
    DirectiveImported: 'ignore',
    SignOffRequested: 'ignore',
    DirectiveIssued: 'ignore',
    BasisImplemented: (_, { directiveId, issuer: { orgId, territoryPath } }, { stream }) => ({
      parentId: directiveId,
      childId: idOf('directive', uuidOf(stream)),
      territoryPath,
      orgs: [orgId],
    }),
  },
});
