import { actsAsOneOf, doersOf, type Act, type Occasion } from '#kernel';
import type { FindingData, FindingEvent } from './finding.events.js';

/** What somebody may have done to a finding that keeps them from judging it (SD1). */
export type Part = (typeof everyPart)[number];

export const everyPart = ['recorded', 'confirmed', 'ordered', 'reported', 'verified'] as const;

type PersonId = Act['actorId'];

/** Who has had which part in a finding, whoever they stood in for included. */
export type Parts = { readonly [P in Part]?: readonly PersonId[] };

/** The facts by which somebody takes a part. */
const taken: { readonly [T in FindingEvent['type']]?: Part } = {
  ObservationRecorded: 'recorded',
  FindingConfirmed: 'confirmed',
  RectificationOrdered: 'ordered',
  OrderRedirected: 'ordered',
  ImmediateFixReported: 'reported',
  CompletionReported: 'reported',
  VerifierPassed: 'verified',
  VerificationPassed: 'verified',
  VerificationFailed: 'verified',
  SeverityChanged: 'confirmed',
};

/** What a finding is judged by: whoever says it otherwise has had the part of whoever confirms it. */
const WEIGHTY: ReadonlySet<string> = new Set(['class', 'place', 'subjectOrgId', 'dutyPointId']);

const partIn = <T extends FindingEvent['type']>(type: T, data: FindingData<T>): Part | undefined =>
  type === 'ObservationCorrected' &&
  Object.entries(data).some(([name, said]) => WEIGHTY.has(name) && said !== undefined)
    ? 'confirmed'
    : taken[type];

/** The parts after one more fact: they are never forgotten, whatever round comes next. */
export const partsAfter = <T extends FindingEvent['type']>(
  before: Parts,
  { type, data }: { readonly type: T; readonly data: FindingData<T> },
  act: Act,
): Parts => {
  const part = partIn(type, data);
  if (!part) return before;
  return { ...before, [part]: [...new Set([...(before[part] ?? []), ...doersOf(act)])] };
};

/** Whether whoever acts now, in person or through somebody who stands in, has had this part. */
export const hasPart = (parts: Parts, part: Part, on: Occasion): boolean => actsAsOneOf(on, parts[part] ?? []);
