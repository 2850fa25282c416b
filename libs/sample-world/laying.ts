import { SYSTEM } from '#access';
import { useOf } from '#contexts/evidence';
import type { Claim, ClaimKey, Id, Occasion } from '#kernel';
import { claimId, placeOf } from '#platform/claims';
import { commandKey, uuidV5 } from '#platform/event-store';
import type { Act } from './world.telling.js';

const [USE] = useOf('evidence-00000000-0000-4000-8000-000000000000');

/** Whether something lays claim to a file. */
export const isUse = ([about]: ClaimKey): boolean => about === USE;

/** The act by which a claim is laid that nobody has laid before, as the server does it. */
export const laying = (
  { key, seenBy }: Claim,
  { by, expected }: { readonly by: Id; readonly expected: number },
  occasion: Occasion,
): Act => {
  const stream = claimId(key);
  const { territory: territoryPath, orgs } = placeOf(seenBy);
  const data = { by, expected, territoryPath, orgs: [...orgs] };
  const { occurredAt, correlationId } = occasion;
  const commandId = uuidV5(`${stream}/0`, commandKey(occasion));
  return {
    ...{ stream, expected: 0n },
    occasion: { actorId: SYSTEM.actorId, occurredAt, commandId, correlationId, source: 'system' },
    command: { type: 'LayClaim', data },
    events: [{ type: 'ClaimLaid', data }],
  };
};
