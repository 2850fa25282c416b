import { LEVELS, type ActiveOrganisation, type OrganisationState } from '#contexts/parties';
import { anId, aTerritoryPath, isWithin, oneOf, refused, type Id, type Refusal, type Text } from '#kernel';
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
  RECIPIENT_IS_ISSUER: { en: 'A body does not send an order to itself.', zh: '不得向本机构发文。' },
  RECIPIENT_ABOVE: { en: 'An order does not go to a body above its issuer.', zh: '不得向上级机构发文部署。' },
  RECIPIENT_OUTSIDE: {
    en: 'It lies neither in the territory of the issuer nor below it in its line.',
    zh: '收文机构不在发文机构的辖区或条线之内。',
  },
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

/** The body above another; undefined where there is none, or the one is not there. */
export const parentIn = (organisations: Organisations, id: Id<'organisation'>): Id<'organisation'> | undefined => {
  const body = organisations.get(id);
  return body?.is === 'active' ? body.parentId : undefined;
};

/** Whether one body stands above another, however many stand between them. */
export const isAbove = (organisations: Organisations, one: Id<'organisation'>, other: Id<'organisation'>): boolean => {
  const seen = new Set([other]);
  for (let next = parentIn(organisations, other); next && !seen.has(next); next = parentIn(organisations, next)) {
    if (next === one) return true;
    seen.add(next);
  }
  return false;
};

/** D10: orders go down, in the territory of their issuer or along its own line. */
const misdirected = (
  issuer: Issuer,
  { orgId, territoryPath }: Pick<Recipient, 'orgId' | 'territoryPath'>,
  organisations: Organisations,
): RecipientRefusal | undefined => {
  if (orgId === issuer.orgId) return 'RECIPIENT_IS_ISSUER';
  const higher = territoryPath !== issuer.territoryPath && isWithin(issuer.territoryPath, territoryPath);
  if (higher || isAbove(organisations, orgId, issuer.orgId)) return 'RECIPIENT_ABOVE';
  const within = isWithin(territoryPath, issuer.territoryPath) || isAbove(organisations, issuer.orgId, orgId);
  return within ? undefined : 'RECIPIENT_OUTSIDE';
};

/** The recipient list as it freezes: where each stood at that moment. */
export const frozen = (
  to: readonly Addressee[],
  issuer: Issuer,
  organisations: Organisations,
): readonly Recipient[] | Refusal<RecipientRefusal> => {
  if (to.length === 0) return refused('NO_RECIPIENTS', 'recipientIds');
  const list: Recipient[] = [];
  for (const [index, { orgId, receiptId }] of to.entries()) {
    const at = ['recipientIds', String(index)] as const;
    const body = organisations.get(orgId);
    if (body?.is !== 'active') return refused('RECIPIENT_NOT_FOUND', ...at);
    if (list.some((other) => other.orgId === orgId)) return refused('RECIPIENT_TWICE', ...at);
    const no = misdirected(issuer, { orgId, ...stance(body) }, organisations);
    if (no) return refused(no, ...at);
    list.push({ orgId, receiptId, ...stance(body), territoryLevel: body.territoryLevel });
  }
  return list;
};
