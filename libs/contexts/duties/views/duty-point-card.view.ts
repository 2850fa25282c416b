import { bilingual, isId, type DataOf, type Id, type TerritoryPath, type View } from '#kernel';
import { ref, Ref, Shown } from '#platform/graphql';
import { ID, ObjectType } from '@nestjs/graphql';
import { dutyPointEvents, type DutyPointEvent, type Party } from '../duty-point.events.js';
import { accepted, assigned, ended, isOpen, notRequired, PartyCell, required, waived } from './party-cell.js';

@ObjectType({ description: bilingual({ en: 'The clause that a duty comes from.', zh: '责任来源条款。' }) })
export class SourceClause {
  @Shown(() => Ref, { en: 'The directive.', zh: '指令。' })
  directive!: Ref;
  @Shown(() => String, { en: 'The number of the clause.', zh: '条款号。' })
  number!: string;
}

@ObjectType('DutyPoint', {
  description: bilingual({
    en: 'A thing that must have holders, with one cell for each of the four parties.',
    zh: '责任点及其四方责任。',
  }),
})
export class DutyPointCard {
  @Shown(() => ID, { en: 'Its id.', zh: '编号。' })
  id!: Id;
  @Shown(() => String, { en: 'What it is about.', zh: '事项。' })
  matter!: string;
  @Shown(() => String, { en: 'The step of the work.', zh: '环节。' })
  step!: string;
  @Shown(() => String, { en: 'The place.', zh: '地点。', optional: true })
  place?: string;
  @Shown(() => String, { en: 'The type of place.', zh: '场所类型。', optional: true })
  placeType?: string;
  @Shown(() => Ref, { en: 'The territory that it lies in.', zh: '属地。' })
  territory!: Ref;
  @Shown(() => String, { en: 'What good performance is.', zh: '履职标准。' })
  standard!: string;
  @Shown(() => Ref, { en: 'The step before.', zh: '上一环节。', optional: true })
  previous?: Ref;
  @Shown(() => Ref, { en: 'The step after.', zh: '下一环节。', optional: true })
  next?: Ref;
  @Shown(() => SourceClause, { en: 'The clause that it comes from.', zh: '来源条款。', optional: true })
  clause?: SourceClause;
  @Shown(() => PartyCell, { en: 'Territorial party.', zh: '属地责任。' })
  territorial!: PartyCell;
  @Shown(() => PartyCell, { en: 'Departmental party.', zh: '部门责任。' })
  departmental!: PartyCell;
  @Shown(() => PartyCell, { en: 'Unit party.', zh: '单位责任。' })
  unit!: PartyCell;
  @Shown(() => PartyCell, { en: 'Individual party.', zh: '个人责任。' })
  individual!: PartyCell;
  @Shown(() => Boolean, { en: 'Every required party is held.', zh: '各方责任均已认领。' })
  fullyHeld!: boolean;

  territoryPath!: TerritoryPath;
  directiveId?: Id<'directive'>;
}

type Cells = Pick<DutyPointCard, Party>;
const cellsOf = ({ territorial, departmental, unit, individual }: Cells) => [
  territorial,
  departmental,
  unit,
  individual,
];

const everyCell = (card: DutyPointCard, change: (cell: PartyCell) => PartyCell): DutyPointCard =>
  counted({
    ...card,
    territorial: change(card.territorial),
    departmental: change(card.departmental),
    unit: change(card.unit),
    individual: change(card.individual),
  });

const oneCell = (card: DutyPointCard, party: Party, change: (cell: PartyCell) => PartyCell): DutyPointCard =>
  counted({ ...card, [party]: change(card[party]) });

const counted = (card: DutyPointCard): DutyPointCard => ({ ...card, fullyHeld: !cellsOf(card).some(isOpen) });

/** The organisations that hold a stake in a duty point. */
const stakeholders = (card: DutyPointCard): readonly Id<'organisation'>[] =>
  cellsOf(card)
    .flatMap(({ lead, assisting }) => [...(lead ? [lead] : []), ...assisting])
    .map(({ organisation }) => organisation.id)
    .filter((id) => isId('organisation', id));

const newCard = (id: Id, data: DataOf<DutyPointEvent, 'DutyPointDefined'>): DutyPointCard => {
  const { requiredParties, territoryId, previous, next, clause, place, placeType, ...rest } = data;
  const territory = ref(territoryId);
  const cell = (party: Party) => (requiredParties.includes(party) ? required(territory) : notRequired());
  return counted({
    id,
    ...rest,
    ...(place !== undefined && { place }),
    ...(placeType !== undefined && { placeType }),
    territory,
    ...(previous && { previous: ref(previous) }),
    ...(next && { next: ref(next) }),
    ...(clause && {
      clause: { directive: ref(clause.directiveId), number: clause.clauseNumber },
      directiveId: clause.directiveId,
    }),
    territorial: cell('territorial'),
    departmental: cell('departmental'),
    unit: cell('unit'),
    individual: cell('individual'),
    fullyHeld: false,
  });
};

/** The responsibility matrix: one row for each duty point, four cells in each. */
export const dutyPointCard: View<DutyPointCard, DutyPointEvent> = {
  name: 'duty_point_card',
  version: 2,
  of: dutyPointEvents,
  key: (_, { stream }) => stream,
  owner: (card) => ({ territory: card.territoryPath, orgs: stakeholders(card) }),
  subject: { label: ({ matter, step }) => `${matter} · ${step}` },
  indexes: ['matter', 'placeType', 'fullyHeld', 'directiveId'],
  on: {
    DutyPointDefined: (_, data, { stream }) => newCard(stream, data),
    StepLinked: (card, { previous, next }) =>
      card && { ...card, ...(previous && { previous: ref(previous) }), ...(next && { next: ref(next) }) },
    PartyAssigned: (card, data) => card && oneCell(card, data.party, (cell) => assigned(cell, data)),
    AssignmentAccepted: (card, { assignmentId, acceptedAt }) =>
      card && everyCell(card, (cell) => accepted(cell, assignmentId, acceptedAt)),
    AssignmentEnded: (card, { assignmentId }) => card && everyCell(card, (cell) => ended(cell, assignmentId)),
    PartyWaived: (card, { party }) => card && oneCell(card, party, waived),
    GapDetected: 'ignore',
    GapResolved: 'ignore',
  },
};
