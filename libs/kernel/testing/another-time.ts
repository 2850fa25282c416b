import { jest } from '@jest/globals';

/** Does the work at another time of the clock; who looks at it gives another answer then. */
export const atAnotherTime = <T>(work: () => T): T => {
  jest.useFakeTimers({ now: 0 });
  try {
    return work();
  } finally {
    jest.useRealTimers();
  }
};
