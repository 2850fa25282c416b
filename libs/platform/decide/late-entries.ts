import type { LateEntries } from '#access';

/** Nobody registered any: for worlds that know of none. */
export const NO_LATE_ENTRIES: LateEntries = {
  covers: () => Promise.resolve(undefined),
  use: () => {
    throw new TypeError('there is no late entry to use');
  },
};

export const LATE_ENTRIES = Symbol('LateEntries');
