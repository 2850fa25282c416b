import type { Claim, ClaimKey, Id, StateReader } from '#kernel';
import { territoryStream, type TerritoryState } from './territory.state.js';

/** The digits and letters of an official code, however it is written. */
const plain = (code: string): string => code.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

const keyOf = (code: string): ClaimKey => ['territory.code', plain(code)];

const bears = (state: TerritoryState, code: string): boolean =>
  state.is === 'new' || (state.entry.code !== undefined && plain(state.entry.code) === plain(code));

/** F8: the other places that bear this official code, or are about to. */
export const othersWithCode = async (read: StateReader, code: string | undefined, own: Id): Promise<readonly Id[]> => {
  if (code === undefined) return [];
  const others = await read.claimants(territoryStream, keyOf(code), own);
  return others.filter(({ state, underWay }) => underWay || bears(state, code)).map(({ by }) => by);
};

/** What a place with an official code lays claim to: everybody may see places. */
export const claimsOnCode = (code: string | undefined): readonly Claim[] =>
  code === undefined ? [] : [{ key: keyOf(code), seenBy: { territory: '', orgs: [] } }];
