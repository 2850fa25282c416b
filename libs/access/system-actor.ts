import type { Actor } from './access.js';

/** In whose name policies ask: a process, which never decides anything a person has to sign. */
export const SYSTEM: Actor = {
  actorId: 'system-00000000-0000-4000-8000-000000000001',
  orgId: 'organisation-00000000-0000-0000-0000-000000000000',
  grants: [{ role: 'system' }],
};
