import { actorWith, type Actor } from '#access';
import { isId, ROLES, type Id, type Role } from '#kernel';
import { z } from 'zod';

const id = <K extends string>(kind: K) => z.custom<Id<K>>((value) => isId(kind, value), `must be a ${kind} id`);

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const isRole = (value: unknown): value is Role => typeof value === 'string' && Object.hasOwn(ROLES, value);

/** What a token says about its bearer. No token makes anybody the system. */
export const claims = z.object({
  personId: id('person'),
  postId: id('post').optional(),
  orgId: id('organisation'),
  territoryId: id('territory').optional(),
  territory: z
    .string()
    .regex(new RegExp(`^(?:${UUID}/)*$`), 'must be a path of territory UUIDs, each closed by a slash'),
  roles: z
    .array(z.custom<Role>(isRole, 'must be a known role').refine((role) => role !== 'system', 'no token is the system'))
    .min(1)
    .max(12),
});

export type Claims = z.output<typeof claims>;

/** The actor that a token vouches for: the roles that it names, over its territory and for its body. */
export const actorOf = ({ personId, postId, orgId, territoryId, territory, roles }: Claims): Actor =>
  actorWith({
    actorId: personId,
    orgId,
    territory,
    roles,
    ...(postId && { postId }),
    ...(territoryId && { territoryId }),
  });
