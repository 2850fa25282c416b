import { anId, anInstant, aTerritoryPath, eventsOf, fact, oneOf, personal, type EventOf, type Words } from '#kernel';
import { z } from 'zod';

/** The four parties that can answer for a duty (四方责任). */
export const PARTIES = {
  territorial: { en: 'Territorial: party committee and government of the place', zh: '属地' },
  departmental: { en: 'Departmental: regulator of the line', zh: '部门' },
  unit: { en: 'Unit: the body that runs the place or activity', zh: '单位' },
  individual: { en: 'Individual: a natural person in a post', zh: '个人' },
} as const satisfies Words;

/** Kinds of gap that are detected so far (A7). */
export const GAP_KINDS = {
  'no-holder': { en: 'A required party is held by nobody', zh: '责任方无人认领' },
  'orphan-step': { en: 'The steps before and after are held by different bodies, this one by none', zh: '环节悬空' },
} as const satisfies Words;

export const CAPACITIES = {
  lead: { en: 'Lead', zh: '主办（牵头）' },
  assisting: { en: 'Assisting', zh: '协办（配合）' },
} as const satisfies Words;

export type Party = keyof typeof PARTIES;
export type GapKind = keyof typeof GAP_KINDS;

const holder = z.strictObject({
  orgId: anId('organisation'),
  postId: anId('post').optional(),
  personId: anId('person').optional(),
});

const location = {
  matter: z.string().min(1),
  step: z.string().min(1),
  place: z.string().min(1).optional(),
  placeType: z.string().min(1).optional(),
  territoryId: anId('territory'),
  territoryPath: aTerritoryPath(),
};

/** Every fact that a `dutyPoint-…` stream can hold: the thing that must have holders, and who holds it. */
export const dutyPointEvents = eventsOf('dutyPoint', {
  DutyPointDefined: fact('Duty point defined', '设立责任点', {
    ...location,
    standard: z.string().min(1),
    requiredParties: z.array(oneOf(PARTIES)).min(1),
    previous: anId('dutyPoint').optional(),
    next: anId('dutyPoint').optional(),
    clause: z.strictObject({ directiveId: anId('directive'), clauseNumber: z.string().min(1) }).optional(),
  }),
  StepLinked: fact('Neighbouring step linked', '关联相邻环节', {
    previous: anId('dutyPoint').optional(),
    next: anId('dutyPoint').optional(),
  }),
  PartyAssigned: fact('Party assigned', '明确责任方', {
    assignmentId: anId('assignment'),
    party: oneOf(PARTIES),
    capacity: oneOf(CAPACITIES),
    holder,
    from: anInstant(),
  }),
  AssignmentAccepted: fact('Assignment accepted', '认领责任', {
    assignmentId: anId('assignment'),
    acceptedAt: anInstant(),
  }),
  AssignmentEnded: fact('Assignment ended', '责任分工结束', {
    assignmentId: anId('assignment'),
    until: anInstant(),
  }),
  PartyWaived: fact('Party waived', '免设责任方', { party: oneOf(PARTIES), reason: personal() }),
  GapDetected: fact('Responsibility gap detected', '发现责任空白', {
    kind: oneOf(GAP_KINDS),
    party: oneOf(PARTIES).optional(),
    between: z.array(z.strictObject({ dutyPointId: anId('dutyPoint'), orgId: anId('organisation') })).optional(),
    ...location,
    orgs: z.array(anId('organisation')),
  }),
  GapResolved: fact('Responsibility gap resolved', '责任空白已消除', {
    kind: oneOf(GAP_KINDS),
    party: oneOf(PARTIES).optional(),
  }),
});

export type DutyPointEvent = EventOf<typeof dutyPointEvents>;
