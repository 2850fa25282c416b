import {
  anId,
  aTerritoryPath,
  flag,
  isId,
  kept,
  optional,
  ownId,
  part,
  partOf,
  pointer,
  ref,
  rowOf,
  text,
  type DataOf,
  type Id,
  type PartData,
  viewOf,
} from '#kernel';
import { dutyPointEvents, type DutyPointEvent } from '../duty-point.events.js';
import type { Party } from '../duty-point.words.js';
import {
  accepted,
  assigned,
  ended,
  isOpen,
  notRequired,
  partyCell,
  required,
  vacated,
  waived,
  type PartyCell,
} from './party-cell.js';

const sourceClause = partOf(
  'SourceClause',
  {
    directive: pointer('The directive.', '指令。'),
    number: text(40, 'The number of the clause.', '条款号。'),
  },
  { en: 'The clause that a duty comes from.', zh: '责任来源条款。' },
);

export const dutyPointRow = rowOf(
  'DutyPoint',
  'A thing that must have holders, with one cell for each of the four parties.',
  '责任点及其四方责任。',
  {
    id: ownId('Its id.', '编号。'),
    matter: text(200, 'What it is about.', '事项。'),
    step: text(200, 'The step of the work.', '环节。'),
    place: optional(text(200, 'The place.', '地点。')),
    placeType: optional(text(60, 'The type of place.', '场所类型。')),
    territory: pointer('The territory that it lies in.', '属地。'),
    standard: text(1000, 'What good performance is.', '履职标准。'),
    previous: optional(pointer('The step before.', '上一环节。')),
    next: optional(pointer('The step after.', '下一环节。')),
    clause: optional(part(sourceClause, 'The clause that it comes from.', '来源条款。')),
    territorial: part(partyCell, 'Territorial party.', '属地责任。'),
    departmental: part(partyCell, 'Departmental party.', '部门责任。'),
    unit: part(partyCell, 'Unit party.', '单位责任。'),
    individual: part(partyCell, 'Individual party.', '个人责任。'),
    fullyHeld: flag('Every required party is held.', '各方责任均已认领。'),
    territoryPath: kept(aTerritoryPath()),
    directiveId: optional(kept(anId('directive'))),
  },
);

export type DutyPointCard = PartData<typeof dutyPointRow>;

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
export const dutyPointCard = viewOf<DutyPointCard, typeof dutyPointEvents>({
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
    HolderBecameInactive: (card, { assignmentId }) =>
      card && everyCell(card, (cell) => vacated(cell, assignmentId, card.territory)),
    PartyWaived: (card, { party }) => card && oneCell(card, party, waived),
    GapDetected: 'ignore',
    GapResolved: 'ignore',
  },
});
