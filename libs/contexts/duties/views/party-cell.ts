import {
  id,
  instant,
  list,
  optional,
  part,
  partOf,
  pointer,
  ref,
  sealed,
  text,
  vocabulary,
  word,
  type DataOf,
  type Id,
  type PartData,
  type Ref,
  type WordOf,
} from '#kernel';
import type { DutyPointEvent } from '../duty-point.events.js';
import { FITS } from '../duty-point.words.js';

const CELL_STATES = vocabulary(
  'PartyCellState',
  'How one party stands to one duty point.',
  '责任方对责任点的落实状态。',
  {
    NOT_REQUIRED: { en: 'Not required here', zh: '不要求' },
    WAIVED: { en: 'Waived with a reason', zh: '已免设' },
    UNHELD: { en: 'Required and held by nobody', zh: '空缺' },
    PROPOSED: { en: 'A lead is named and has not accepted', zh: '拟定待认领' },
    HELD: { en: 'The lead has accepted', zh: '已认领' },
  },
);

type CellState = WordOf<typeof CELL_STATES>;

const dutyHolder = partOf(
  'DutyHolder',
  {
    assignmentId: id('assignment', 'The assignment; its holder accepts it by this id.', '分工编号。'),
    organisation: pointer('The organisation.', '机构。'),
    post: optional(pointer('The post.', '岗位。')),
    person: optional(pointer('The person.', '人员。')),
    fit: optional(word(FITS, 'Whether it fits the party, as far as the record tells.', '与责任方是否相符。')),
    from: instant('Since when it is theirs to accept.', '起始时间。'),
    acceptedAt: optional(instant('When they accepted.', '认领时间。')),
  },
  { en: 'Who is named for a party’s share.', zh: '责任人。' },
);

type DutyHolder = PartData<typeof dutyHolder>;

/** What one cell of the responsibility matrix holds. */
export const partyCell = partOf(
  'PartyCell',
  {
    state: word(CELL_STATES, 'How it stands.', '状态。'),
    lead: optional(part(dutyHolder, 'The one lead.', '牵头责任人。')),
    assisting: list(part(dutyHolder, 'Those who assist.', '配合责任人。')),
    acceptedSince: optional(instant('Held since.', '认领生效时间。')),
    waivedBecause: optional(sealed(text(1000, 'Why nobody has to hold it.', '免设理由。'))),
    provisionalHolder: optional(
      pointer(
        'The place whose party committee and government answer while nobody else does.',
        '无人认领期间由属地兜底。',
      ),
    ),
  },
  { en: 'One party’s share of one duty point.', zh: '责任矩阵的一格。' },
);

export type PartyCell = PartData<typeof partyCell>;

const cell = (state: CellState): PartyCell => ({ state, assisting: [] });

export const notRequired = (): PartyCell => cell('NOT_REQUIRED');

/** A cell that nobody holds, so that the territorial party holds it for now (A8). */
export const required = (territory: Ref): PartyCell => ({ ...cell('UNHELD'), provisionalHolder: territory });

export const waived = ({ provisionalHolder: _, ...before }: PartyCell, waivedBecause: string): PartyCell => ({
  ...before,
  state: 'WAIVED',
  waivedBecause,
});

export const isOpen = ({ state }: PartyCell): boolean => state === 'UNHELD' || state === 'PROPOSED';

export const assigned = (before: PartyCell, data: DataOf<DutyPointEvent, 'PartyAssigned'>): PartyCell => {
  const { assignmentId, from, capacity, holder, fit } = data;
  const { orgId, postId, personId } = holder;
  const named: DutyHolder = {
    assignmentId,
    organisation: ref(orgId),
    ...(postId && { post: ref(postId) }),
    ...(personId && { person: ref(personId) }),
    ...(fit && { fit }),
    from,
  };
  return capacity === 'lead'
    ? { ...before, state: 'PROPOSED', lead: named }
    : { ...before, assisting: [...before.assisting, named] };
};

export const accepted = (before: PartyCell, id: Id<'assignment'>, acceptedAt: string): PartyCell => {
  const { provisionalHolder: _, lead, ...rest } = before;
  if (lead?.assignmentId === id) {
    const acceptedSince = lead.from > acceptedAt ? lead.from : acceptedAt;
    return { ...rest, state: 'HELD', lead: { ...lead, acceptedAt }, acceptedSince };
  }
  const assisting = before.assisting.map((one) => (one.assignmentId === id ? { ...one, acceptedAt } : one));
  return { ...before, assisting };
};

/** A8: the holder has left, or holds it no longer, so a share that it led is unheld, and its place holds it for now. */
export const vacated = (before: PartyCell, id: Id<'assignment'>, territory: Ref): PartyCell =>
  before.lead?.assignmentId === id
    ? { ...required(territory), assisting: before.assisting }
    : withoutHelper(before, id);

const withoutHelper = (before: PartyCell, id: Id<'assignment'>): PartyCell => ({
  ...before,
  assisting: before.assisting.filter(({ assignmentId }) => assignmentId !== id),
});

/** What the lead was measured by is not what the record says now. */
export const unverified = (before: PartyCell): PartyCell =>
  before.lead ? { ...before, lead: { ...before.lead, fit: 'unverified' } } : before;
