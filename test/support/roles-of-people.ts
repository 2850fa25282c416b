import { ROLES, type Role } from '#kernel';

/** Every role that people can have: the system is nobody. */
export const ROLES_OF_PEOPLE: readonly Exclude<Role, 'system'>[] = Object.keys(ROLES).filter(
  (role): role is Exclude<Role, 'system'> => Object.hasOwn(ROLES, role) && role !== 'system',
);
