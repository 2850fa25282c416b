import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, personal, type EventOf } from '#kernel';
import { z } from 'zod';
import { GRANTED_ROLES } from './grant.words.js';

const grantee = z.union([
  z.strictObject({ personId: anId('person') }),
  z.strictObject({ postId: anId('post'), orgId: anId('organisation') }),
]);

/** How far a role reaches: over a place and all below it, for one body and what it has a stake in, or nowhere in particular. */
const reach = z.union([
  z.strictObject({ nowhere: z.literal(true) }),
  z.strictObject({ territoryId: anId('territory'), territoryPath: aTerritoryPath() }),
  z.strictObject({ orgId: anId('organisation') }),
]);

const granted = {
  number: z.int().min(1),
  grantee,
  role: oneOf(GRANTED_ROLES.words),
  reach,
  from: anInstant(),
  to: anInstant().optional(),
  reason: personal(),
};

/** Every fact that a `grant-…` stream can hold: all that one person, or one post, was ever granted. */
export const grantEvents = eventsOf('grant', {
  /** It counts once somebody else has approved it. */
  GrantProposed: fact('Grant proposed', '授权已提出', granted),
  GrantMade: fact('Grant made', '授权已生效', granted),
  GrantApproved: fact('Grant approved', '授权已批准', { number: z.int().min(1) }),
  GrantRefused: fact('Grant refused', '授权未获批准', { number: z.int().min(1), reason: personal() }),
  /** The first administrator of an empty log: nobody could have proposed it. */
  AdministratorFounded: fact('First administrator founded', '首任系统管理员已设立', granted),
  /** It ends the founding: two others take over. */
  AdministrationHandedOver: fact('Administration handed over', '系统管理已移交', {
    number: z.int().min(1),
    firstId: anId('person'),
    secondId: anId('person'),
  }),
  GrantEnded: fact('Grant ended', '授权已终止', { number: z.int().min(1), reason: personal() }),
});

export type GrantEvent = EventOf<typeof grantEvents>;
export type Reach = z.output<typeof reach>;
