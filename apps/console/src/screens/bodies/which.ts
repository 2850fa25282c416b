/** What kinds of bodies there are. */
export const KINDS = [
  ...(['headquarters', 'leadingGroup', 'government', 'department', 'partyCommittee', 'disciplineBody'] as const),
  ...(['supervisionOffice', 'taskForce', 'jointMechanism', 'police', 'military', 'massOrganisation'] as const),
  ...(['community', 'partyBranch', 'publicInstitution', 'hospital', 'school', 'enterprise'] as const),
] as const;
export type Kind = (typeof KINDS)[number];
