import { eachThen, isId, named, ref, viewOf, type DataOf, type Happening, type Id, type View } from '#kernel';
import { dutyPointEvents, type DutyPointEvent } from '../duty-point.events.js';
import { righted } from '../duty-point.righted.js';
import { countedFrom } from '../duty-point.state.js';
import type { Party } from '../duty-point.words.js';
import { awaitedAt } from './awaiting.js';
import type { DutyPointCard } from './duty-point-card.js';
import { accepted, assigned, isOpen, notRequired, required, vacated, waived, type PartyCell } from './party-cell.js';
import { basisFolds } from './basis.folds.js';
import { endedIn, type Ending } from './past-holder.js';
import { pendingTransferOf } from './pending-transfer.js';
import { correctionFolds } from './correction.folds.js';
import { linkFolds } from './link.folds.js';

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

const othersThan = ({ transfers }: DutyPointCard, id: Id<'assignment'>) =>
  transfers.filter(({ assignmentId }) => assignmentId !== id);

const vacatedBy = (card: DutyPointCard, id: Id<'assignment'>, ending: Ending): DutyPointCard => ({
  ...everyCell(card, (cell) => vacated(cell, id, card.territory)),
  pastHolders: endedIn(card, id, ending),
});

const over = (card: DutyPointCard, id: Id<'assignment'>, ending: Ending): DutyPointCard => ({
  ...vacatedBy(card, id, ending),
  transfers: othersThan(card, id),
});

/** The organisations that hold a stake in a duty point, or are to take one over. */
const stakeholders = (card: DutyPointCard): readonly Id<'organisation'>[] =>
  [...cellsOf(card).flatMap(({ lead, assisting }) => [...(lead ? [lead] : []), ...assisting]), ...card.transfers]
    .map(({ organisation }) => organisation.id)
    .filter((id) => isId('organisation', id));

const newCard = (
  data: DataOf<DutyPointEvent, 'DutyPointDefined'>,
  { stream: id, occurredAt }: Happening,
): DutyPointCard => {
  const { requiredParties, territoryId, previous, next, clause, place, placeType, line, operatorId, ...rest } = data;
  const territory = ref(territoryId);
  const cell = (party: Party) => (requiredParties.includes(party) ? required(territory) : notRequired());
  return counted({
    id,
    ...rest,
    notDuplicateOf: rest.notDuplicateOf ?? [],
    ...righted<Pick<DutyPointCard, 'place' | 'placeType' | 'line'>>({}, { place, placeType, line }),
    ...(operatorId && { operator: ref(operatorId) }),
    territory,
    definedAt: occurredAt,
    ...(previous && { previous: ref(previous) }),
    ...(next && { next: ref(next) }),
    ...{ proposedLinks: [], offeredLinks: [], refusedLinks: [], undoneLinks: [], transfers: [], pastHolders: [] },
    ...(clause && {
      clause: { directive: ref(clause.directiveId), number: clause.clauseNumber },
      directiveId: clause.directiveId,
    }),
    territorial: cell('territorial'),
    departmental: cell('departmental'),
    unit: cell('unit'),
    individual: cell('individual'),
    ...{ fullyHeld: false, awaits: [] },
  });
};

type Folds = View<DutyPointCard, readonly [typeof dutyPointEvents]>['on']['dutyPoint'];

/** The same folds, after each of which a card knows whom it waits for. */
const waiting = (folds: Folds): Folds =>
  eachThen<DutyPointCard, Folds>(folds, (card) => ({ ...card, awaits: awaitedAt(card) }));

/** The responsibility matrix: one row for each duty point, four cells in each. */
export const dutyPointCard = viewOf<DutyPointCard, typeof dutyPointEvents>({
  name: 'duty_point_card',
  version: 10,
  of: dutyPointEvents,
  key: (_, { stream }) => stream,
  owner: (card) => ({ territory: card.territoryPath, orgs: stakeholders(card) }),
  subject: { label: ({ matter, step }) => named(`${matter} · ${step}`) },
  indexes: ['matter', 'placeType', 'fullyHeld', 'directiveId', 'definedAt'],
  lists: ['awaits'],
  searched: ['matter', 'step', 'place'],
  on: waiting({
    DutyPointDefined: (_, data, at) => newCard(data, at),
    ...linkFolds,
    ...correctionFolds,
    ...basisFolds,
    PartyAssigned: (card, data) => card && oneCell(card, data.party, (cell) => assigned(cell, data)),
    AssignmentAccepted: (card, { assignmentId, acceptedAt }, { recordedAt }) =>
      card && everyCell(card, (cell) => accepted(cell, assignmentId, countedFrom(acceptedAt, recordedAt))),
    AssignmentEnded: (card, { assignmentId, until }) =>
      card && over(card, assignmentId, { ending: 'ENDED', until, openItems: [] }),
    TransferProposed: (card, data) =>
      card && { ...card, transfers: [...othersThan(card, data.assignmentId), pendingTransferOf(data)] },
    TransferSigned: (card, { assignmentId, signed }) =>
      card && {
        ...card,
        transfers: card.transfers.map((one) =>
          one.assignmentId === assignmentId ? { ...one, signed: [...one.signed, ...signed] } : one,
        ),
      },
    AssignmentTransferred: (card, { assignmentId, ...handover }) =>
      card && over(card, assignmentId, { ending: 'TRANSFERRED', ...handover }),
    HolderBecameInactive: (card, { assignmentId, inactiveFrom: until }) =>
      card && vacatedBy(card, assignmentId, { ending: 'INACTIVE', until, openItems: [] }),
    PartyWaived: (card, { party, reason }) => card && oneCell(card, party, (cell) => waived(cell, reason)),
    GapDetected: 'ignore',
    GapResolved: 'ignore',
  }),
});
