import { isWithin } from '#kernel';
import type { CommandData } from './finding.commands.js';
import type { Surroundings } from './finding.surroundings.js';

/** Whether the body that an observation is about is where it was made: it stands there, or held a duty there. */
export const isSubjectThere = (
  { subjectOrgId }: Pick<CommandData<'RecordObservation'>, 'subjectOrgId'>,
  { territoryPath, subject, dutyPoint }: Surroundings,
): boolean => {
  if (territoryPath === undefined || !subject) return false;
  const holdsDuty = dutyPoint?.holders.some(({ orgId }) => orgId === subjectOrgId) ?? false;
  return (
    isWithin(territoryPath, subject.territory) ||
    (holdsDuty && dutyPoint !== undefined && isWithin(territoryPath, dutyPoint.territoryPath))
  );
};
