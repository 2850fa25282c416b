import { alike, type Claim, type ClaimKey, type Id, type StateReader } from '#kernel';
import { territoryStream, type TerritoryState } from './territory.state.js';

/** The digits and letters of an official code, however it is written. */
const plain = (code: string): string => code.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();

const keyOf = (code: string): ClaimKey => ['territory.code', plain(code)];

const bears = (state: TerritoryState, code: string): boolean =>
  state.is !== 'new' && state.entry.code !== undefined && plain(state.entry.code) === plain(code);

/** F8: the other places that bear this official code, or are about to. */
export const othersWithCode = async (read: StateReader, code: string | undefined, own: Id): Promise<readonly Id[]> =>
  code === undefined
    ? []
    : alike(read, territoryStream, [{ key: keyOf(code), holds: (state) => bears(state, code) }], own);

/** What a place with an official code lays claim to: everybody may see places. */
export const claimsOnCode = (code: string | undefined): readonly Claim[] =>
  code === undefined ? [] : [{ key: keyOf(code), seenBy: 'everybody' }];
