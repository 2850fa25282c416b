import { ref } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { some } from './duty-point.examples.js';
import { suggestionFor } from './gap.suggestion.js';

const between = [
  { dutyPoint: ref(some.before), organisation: ref(some.station) },
  { dutyPoint: ref(some.after), organisation: ref(some.exitDesk) },
];
const provisionalHolder = ref(some.city);

describe('A7: what is suggested for a gap', () => {
  it('is the body that holds the step before, then the one after, where nobody holds what lies between', () => {
    const orphan = { kind: 'orphan-step', provisionalHolder } as const;
    expect(suggestionFor({ ...orphan, between })).toEqual({ action: 'extend-neighbour', by: { id: some.station } });
    expect(suggestionFor({ ...orphan, between: between.slice(1) })).toEqual({
      action: 'extend-neighbour',
      by: { id: some.exitDesk },
    });
  });

  it('is the place that answers meanwhile, where no neighbour is to be seen, or none is asked for (A8)', () => {
    const by = { id: some.city };
    const of = (kind: 'orphan-step' | 'no-holder' | 'holder-inactive', beside = between) =>
      suggestionFor({ kind, between: beside, provisionalHolder });
    expect(of('orphan-step', [])).toEqual({ action: 'name-lead', by });
    expect(of('no-holder')).toEqual({ action: 'name-lead', by });
    expect(of('holder-inactive')).toEqual({ action: 'name-successor', by });
  });
});
