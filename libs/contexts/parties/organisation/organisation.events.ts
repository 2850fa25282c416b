import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, personal, shapeOf, type EventOf } from '#kernel';
import { LEVELS } from '../territory/territory.words.js';
import { organisationCommands } from './organisation.commands.js';

const { CorrectOrganisation, CorrectPost, CreateOrganisation, EstablishPost, RenameOrganisation } =
  organisationCommands.declared;

/** Every fact that an `organisation-…` stream can hold. */
export const organisationEvents = eventsOf('organisation', {
  OrgCreated: fact('Organisation created', '机构已建立', {
    ...shapeOf(CreateOrganisation.takes),
    territoryPath: aTerritoryPath(),
    territoryLevel: oneOf(LEVELS.words),
  }),
  OrgRenamed: fact('Organisation renamed', '机构已更名', shapeOf(RenameOrganisation.takes)),
  /** Not another name from now on: the entry was wrong. */
  OrgCorrected: fact('Organisation entry corrected', '机构登记已更正', {
    ...shapeOf(CorrectOrganisation.takes),
    reason: personal(),
  }),
  PostCorrected: fact('Post entry corrected', '岗位登记已更正', { ...shapeOf(CorrectPost.takes), reason: personal() }),
  PostEstablished: fact('Post established', '岗位已设立', {
    ...shapeOf(EstablishPost.takes),
    postId: anId('post'),
  }),
  OrgDissolved: fact('Organisation dissolved', '机构已撤销', { dissolvedAt: anInstant(), reason: personal() }),
});

export type OrganisationEvent = EventOf<typeof organisationEvents>;
