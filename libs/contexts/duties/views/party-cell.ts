import { bilingual, type DataOf, type Id, type Words } from '#kernel';
import { DateTime, enumOf, ref, Ref, Shown } from '#platform/graphql';
import { ID, ObjectType } from '@nestjs/graphql';
import type { DutyPointEvent } from '../duty-point.events.js';

const CELL_STATES = {
  NOT_REQUIRED: { en: 'Not required here', zh: '不要求' },
  WAIVED: { en: 'Waived with a reason', zh: '已免设' },
  UNHELD: { en: 'Required and held by nobody', zh: '空缺' },
  PROPOSED: { en: 'A lead is named and has not accepted', zh: '拟定待认领' },
  HELD: { en: 'The lead has accepted', zh: '已认领' },
} as const satisfies Words;

type CellState = keyof typeof CELL_STATES;

const PartyCellState = enumOf(
  'PartyCellState',
  { en: 'How one party stands to one duty point.', zh: '责任方对责任点的落实状态。' },
  CELL_STATES,
);

@ObjectType({ description: bilingual({ en: 'Who is named for a party’s share.', zh: '责任人。' }) })
export class DutyHolder {
  @Shown(() => ID, { en: 'The assignment; its holder accepts it by this id.', zh: '分工编号。' })
  assignmentId!: Id<'assignment'>;
  @Shown(() => Ref, { en: 'The organisation.', zh: '机构。' })
  organisation!: Ref;
  @Shown(() => Ref, { en: 'The post.', zh: '岗位。', optional: true })
  post?: Ref;
  @Shown(() => Ref, { en: 'The person.', zh: '人员。', optional: true })
  person?: Ref;
  @Shown(() => DateTime, { en: 'Since when it is theirs to accept.', zh: '起始时间。' })
  from!: string;
  @Shown(() => DateTime, { en: 'When they accepted.', zh: '认领时间。', optional: true })
  acceptedAt?: string;
}

/** One cell of the responsibility matrix. */
@ObjectType({ description: bilingual({ en: 'One party’s share of one duty point.', zh: '责任矩阵的一格。' }) })
export class PartyCell {
  @Shown(() => PartyCellState, { en: 'How it stands.', zh: '状态。' })
  state!: CellState;
  @Shown(() => DutyHolder, { en: 'The one lead.', zh: '牵头责任人。', optional: true })
  lead?: DutyHolder;
  @Shown(() => [DutyHolder], { en: 'Those who assist.', zh: '配合责任人。' })
  assisting!: readonly DutyHolder[];
  @Shown(() => DateTime, { en: 'Held since.', zh: '认领生效时间。', optional: true })
  acceptedSince?: string;
  @Shown(() => Ref, {
    en: 'The place whose party committee and government answer while nobody else does.',
    zh: '无人认领期间由属地兜底。',
    optional: true,
  })
  provisionalHolder?: Ref;
}

const cell = (state: CellState): PartyCell => ({ state, assisting: [] });

export const notRequired = (): PartyCell => cell('NOT_REQUIRED');

/** A cell that nobody holds, so that the territorial party holds it for now (A8). */
export const required = (territory: Ref): PartyCell => ({ ...cell('UNHELD'), provisionalHolder: territory });

export const waived = ({ provisionalHolder: _, ...before }: PartyCell): PartyCell => ({ ...before, state: 'WAIVED' });

export const isOpen = ({ state }: PartyCell): boolean => state === 'UNHELD' || state === 'PROPOSED';

export const assigned = (before: PartyCell, data: DataOf<DutyPointEvent, 'PartyAssigned'>): PartyCell => {
  const { assignmentId, from, capacity, holder } = data;
  const { orgId, postId, personId } = holder;
  const named: DutyHolder = {
    assignmentId,
    organisation: ref(orgId),
    ...(postId && { post: ref(postId) }),
    ...(personId && { person: ref(personId) }),
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

/** A lead ends only before it accepted: the cell is unheld again. */
export const ended = (before: PartyCell, id: Id<'assignment'>): PartyCell => {
  const { lead, ...rest } = before;
  if (lead?.assignmentId === id) return { ...rest, state: 'UNHELD' };
  return { ...before, assisting: before.assisting.filter(({ assignmentId }) => assignmentId !== id) };
};
