/** Where an import can stand: it waits for another person, or that person has looked at it. */
export const IMPORT_STATES = ['waiting', 'confirmed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
