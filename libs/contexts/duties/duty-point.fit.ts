import type { OrgKind } from '#contexts/parties';
import { isWithin, type Id, type TerritoryPath } from '#kernel';
import { leadOf } from './duty-point.holders.js';
import type { DefinedDutyPoint, Holder } from './duty-point.state.js';
import type { Fit, Party } from './duty-point.words.js';

/** A body as the record has it. */
export interface Body {
  readonly orgKind: OrgKind;
  readonly line?: string;
  readonly territoryPath: TerritoryPath;
}

/** Whether it fits, does not (undefined), or cannot be told. */
type Answer = Fit | undefined;

const RULES_A_PLACE: ReadonlySet<OrgKind> = new Set(['partyCommittee', 'government', 'headquarters']);

const same = (wanted: string | undefined, is: string | undefined): Answer => {
  if (wanted === undefined || is === undefined) return 'unverified';
  return wanted === is ? 'fits' : undefined;
};

/** The body that runs the place, or holds the unit's share as far as is known. */
const unitOf = (state: DefinedDutyPoint): Id<'organisation'> | undefined =>
  state.point.operatorId ?? leadOf(state, 'unit')?.holder.orgId;

const FITS: Readonly<Record<Party, (state: DefinedDutyPoint, holder: Holder, body: Body) => Answer>> = {
  territorial: ({ point }, _, { orgKind, territoryPath }) =>
    RULES_A_PLACE.has(orgKind) && isWithin(point.territoryPath, territoryPath) ? 'fits' : undefined,
  departmental: ({ point }, _, { line }) => same(point.line, line),
  unit: ({ point }, { orgId }) => same(point.operatorId, orgId),
  individual: (state, { orgId }) => same(unitOf(state), orgId),
};

/** A12: whether such a holder can be this party; undefined when the record says that it cannot. */
export const fitOf = (state: DefinedDutyPoint, party: Party, holder: Holder, body: Body): Answer =>
  FITS[party](state, holder, body);
