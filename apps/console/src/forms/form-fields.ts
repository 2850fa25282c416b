import type { Failure } from '../api/failure';
import type { Act, Faults } from './act';

/** The order in which people say these things; the schema has them by the alphabet. What is not named comes last. */
const ORDER = [
  ...['name', 'nameEn', 'personId', 'postOrgId', 'postId', 'role', 'orgKind', 'level', 'code', 'territoryId', 'orgId'],
  ...['from', 'to', 'validFrom'],
  ...[
    'fileName',
    'title',
    'titleEn',
    'number',
    'issuedBy',
    'instrument',
    'urgency',
    'dated',
    'meetingId',
    'text',
    'clauses',
  ],
  ...['answers', 'declared', 'bases', 'links', 'clauseMap', 'year', 'month', 'day', 'rule', 'at'],
  ...['kind', 'class', 'severity', 'place', 'description', 'subjectOrgId', 'subjectTold', 'dutyPointId'],
  ...['unitId', 'dueAt', 'standard', 'acceptorOrgId', 'rootCause', 'measures', 'outgoing', 'verifiers'],
  ...['onSite', 'outcome', 'outcomeClass', 'method', 'note', 'before', 'after', 'conditions', 'evidence'],
];
const placeIn = ({ name }: InputField, order: readonly string[]): number =>
  order.includes(name) ? order.indexOf(name) : order.length;

/** Fields in the order in which people say them. */
export const asSaid = (fields: readonly InputField[], first: readonly string[] = []): readonly InputField[] => {
  const order = [...first, ...ORDER];
  return fields.toSorted((one, other) => placeIn(one, order) - placeIn(other, order));
};

const REASON: InputField = {
  name: 'reason',
  label: ['理由', 'Reason'],
  type: 'String',
  isList: false,
  isRequired: true,
};

/** Every command may say when it happened. */
export const WHEN: InputField = {
  name: 'occurredAt',
  label: ['何时发生', 'When it happened'],
  type: 'DateTime',
  isList: false,
  isRequired: false,
};

/** Every command may name what lets it lie further back. */
export const LATE_ENTRY: InputField = {
  name: 'lateEntryId',
  label: ['补录依据', 'Late entry'],
  type: 'ID',
  isList: false,
  isRequired: false,
};

/** What may be said of every command beside what it takes. */
export const OF_EVERY_ACT = [WHEN, LATE_ENTRY];

/** What a command takes, in the order in which people say it; then its reason, where it is answered for with one. */
export const fieldsOf = ({
  input: { fields, isReasoned },
  first,
}: Pick<Act, 'input' | 'first'>): readonly InputField[] => [...asSaid(fields, first), ...(isReasoned ? [REASON] : [])];

/** What is wrong with what was entered, each by the way to it. */
export const faultsOf = (missing: readonly string[], failure: Failure | undefined, required: string): Faults => {
  const faults = new Map(missing.map((path) => [path, required]));
  if (failure?.path !== undefined && failure.message !== undefined) faults.set(failure.path, failure.message);
  return faults;
};

/** Whether a failure can be said at one of these fields. */
export const isSaidAt = (fields: readonly InputField[], { path }: Failure): boolean =>
  fields.some(({ name }) => name === path?.split('.')[0]);
