import { LEVELS, type ActiveOrganisation, type OrganisationState } from '#contexts/parties';
import { anId, aTerritoryPath, oneOf, refused, type Id, type Refusal, type Text } from '#kernel';
import { z } from 'zod';
import type { Issuer } from './content.schema.js';

/** A body that a directive goes to, and where it stood when the list froze. */
export const recipientShape = z.strictObject({
  orgId: anId('organisation'),
  receiptId: anId('receipt'),
  territoryId: anId('territory'),
  territoryPath: aTerritoryPath(),
  territoryLevel: oneOf(LEVELS.words),
});

export type Recipient = z.output<typeof recipientShape>;

export const RECIPIENT_REFUSALS = {
  RECIPIENT_NOT_FOUND: { en: 'There is no such organisation to send it to.', zh: '收文机构不存在。' },
  RECIPIENT_TWICE: { en: 'An organisation is named twice.', zh: '收文机构重复。' },
  NO_RECIPIENTS: { en: 'It goes to nobody.', zh: '没有收文机构。' },
} as const satisfies Record<string, Text>;

export type RecipientRefusal = keyof typeof RECIPIENT_REFUSALS;

/** Somebody to send to, and the id of the receipt that the two will have between them. */
export type Addressee = Pick<Recipient, 'orgId' | 'receiptId'>;

export type Organisations = ReadonlyMap<Id<'organisation'>, OrganisationState>;

const stance = ({ territoryId, territoryPath }: ActiveOrganisation) => ({ territoryId, territoryPath });

/** The body that acts, as events keep it; undefined when no such body is registered. */
export const issuerIn = (organisations: Organisations, orgId: Id<'organisation'> | undefined): Issuer | undefined => {
  if (!orgId) return undefined;
  const body = organisations.get(orgId);
  return body?.is === 'active' ? { orgId, ...stance(body) } : undefined;
};

/** The recipient list as it freezes: where each stood at that moment. */
export const frozen = (
  to: readonly Addressee[],
  organisations: Organisations,
): readonly Recipient[] | Refusal<RecipientRefusal> => {
  if (to.length === 0) return refused('NO_RECIPIENTS', 'recipientIds');
  const list: Recipient[] = [];
  for (const [index, { orgId, receiptId }] of to.entries()) {
    const body = organisations.get(orgId);
    if (body?.is !== 'active') return refused('RECIPIENT_NOT_FOUND', 'recipientIds', String(index));
    if (list.some((other) => other.orgId === orgId)) return refused('RECIPIENT_TWICE', 'recipientIds', String(index));
    list.push({ orgId, receiptId, ...stance(body), territoryLevel: body.territoryLevel });
  }
  return list;
};
