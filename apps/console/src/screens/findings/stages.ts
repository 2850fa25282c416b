/** In the order in which a finding passes them, and then how it may end otherwise. */
export const STAGES = [
  ...([
    'observed',
    'confirmed',
    'ordered',
    'acknowledged',
    'planSubmitted',
    'planReturned',
    'inRectification',
  ] as const),
  ...(['completionReported', 'underVerification', 'verified', 'closedOut', 'relapsed', 'reopened'] as const),
  ...(['dismissed', 'merged', 'voided'] as const),
] as const;
export type Stage = (typeof STAGES)[number];

/** The stages that an address names. */
export const stagesIn = (text: string | undefined): readonly Stage[] =>
  STAGES.filter((stage) => text?.split(',').includes(stage));
