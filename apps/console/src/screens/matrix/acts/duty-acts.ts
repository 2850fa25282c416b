import acceptAssignment from 'act:acceptAssignment';
import acceptLink from 'act:acceptLink';
import assignParty from 'act:assignParty';
import correctDutyPoint from 'act:correctDutyPoint';
import endAssignment from 'act:endAssignment';
import proposeLink from 'act:proposeLink';
import refuseLink from 'act:refuseLink';
import repointDutyPoint from 'act:repointDutyPoint';
import retireDutyPoint from 'act:retireDutyPoint';
import signTransfer from 'act:signTransfer';
import transferAssignment from 'act:transferAssignment';
import unlinkStep from 'act:unlinkStep';
import waiveParty from 'act:waiveParty';
import type { Act } from '../../../forms/act';
import type { Draft } from '../../../forms/draft';
import type { Party } from '../../../ui/marks';
import { HolderEntry } from './holder-entry';
import type { Duty } from './query';

/** The cell that a form is opened in. */
export interface OfCell {
  readonly duty: Duty;
  readonly party: Party;
}

/** A command of a duty point; what it begins with follows from the cell, and where nothing does, it is not for this cell. */
export interface DutyAct extends Act {
  readonly begin: (cell: OfCell) => Draft | undefined;
}

const ofTheParty = ({ party }: OfCell): Draft => ({ party });

const ofTheLead = ({ duty, party }: OfCell): Draft | undefined => {
  const { lead } = duty[party];
  return lead ? { assignmentId: lead.assignmentId } : undefined;
};

/** A handover that waits for signatures is signed by the id of what is handed over. */
const inHandover = ({ duty, party }: OfCell): Draft | undefined => {
  const waiting = duty.transfers.find(({ assignmentId }) => assignmentId === duty[party].lead?.assignmentId);
  return waiting ? { assignmentId: waiting.assignmentId } : undefined;
};

const ofTheOffer = ({ duty: { offeredLinks } }: OfCell): Draft | undefined => {
  const [offered] = offeredLinks;
  return offered ? { linkId: offered.linkId } : undefined;
};

const asItStands = ({ duty: { matter, step, place, placeType, standard, line, operator } }: OfCell): Draft => {
  const said = { matter, step, place, placeType, standard, line, operatorId: operator?.id };
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, value ?? undefined]));
};

const asAsked = (): Draft => ({});

const ASSIGNMENT = { given: ['assignmentId'] };
const HOLDER = { entries: { holder: HolderEntry } };
const LINK = { given: ['linkId'], begin: ofTheOffer };

/** Every command of a duty point that people ask for. */
export const DUTY_ACTS: Readonly<Record<string, DutyAct>> = {
  assignParty: {
    ...assignParty,
    ...HOLDER,
    given: ['assignmentId', 'party'],
    begin: (cell) => ({ ...ofTheParty(cell), capacity: 'lead' }),
  },
  acceptAssignment: { ...acceptAssignment, ...ASSIGNMENT, begin: ofTheLead },
  transferAssignment: { ...transferAssignment, ...HOLDER, given: ['assignmentId', 'successorId'], begin: ofTheLead },
  signTransfer: { ...signTransfer, ...ASSIGNMENT, begin: inHandover },
  endAssignment: { ...endAssignment, ...ASSIGNMENT, begin: ofTheLead },
  waiveParty: { ...waiveParty, given: ['party'], begin: ofTheParty },
  proposeLink: { ...proposeLink, begin: asAsked },
  acceptLink: { ...acceptLink, ...LINK },
  refuseLink: { ...refuseLink, ...LINK },
  unlinkStep: { ...unlinkStep, begin: asAsked },
  correctDutyPoint: { ...correctDutyPoint, given: ['notDuplicateOf'], begin: asItStands },
  repointDutyPoint: { ...repointDutyPoint, begin: asAsked },
  retireDutyPoint: { ...retireDutyPoint, begin: asAsked },
};

/** Whether a command has to do with this cell. */
export const isForCell = (cell: OfCell, command: string): boolean => DUTY_ACTS[command]?.begin(cell) !== undefined;
