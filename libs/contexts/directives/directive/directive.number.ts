import {
  alike,
  isSameKey,
  plainly,
  type Claim,
  type ClaimKey,
  type Id,
  type Occasion,
  type StateReader,
} from '#kernel';
import { dayOf } from '#time';
import { wasSent, type DirectiveState, type Standing } from './directive.standing.js';
import { directiveStream } from './directive.state.js';

/** The year in China in which something happens. */
const yearOf = (instant: string): string => dayOf(instant).slice(0, 4);

const keyOf = ({ issuer, content }: Pick<Standing, 'issuer' | 'content'>, at: string): ClaimKey | undefined =>
  content.number === undefined ? undefined : ['directive.number', issuer.orgId, yearOf(at), plainly(content.number)];

/** Whether one that was issued has this number of that body and year, whatever became of it since. */
const bears = (state: DirectiveState, key: ClaimKey): boolean =>
  wasSent(state) && isSameKey(keyOf(state, state.issuedAt), key);

/** The other directives of the same body that were issued in this year with this number, or are about to be. */
export const othersWithNumber = async (
  read: StateReader,
  state: DirectiveState,
  own: Id,
  { occurredAt }: Pick<Occasion, 'occurredAt'>,
): Promise<readonly Id[]> => {
  const key = state.is === 'new' ? undefined : keyOf(state, occurredAt);
  return key ? alike(read, directiveStream, [{ key, holds: (other) => bears(other, key) }], own) : [];
};

/** What a directive with a number lays claim to when it is issued. */
export const claimsOnNumber = (state: Standing, at: string): readonly Claim[] => {
  const key = keyOf(state, at);
  return key ? [{ key, seenBy: { territory: state.issuer.territoryPath, orgs: [state.issuer.orgId] } }] : [];
};
