import { dutyPoint, type DutyPoint, type DutyPointEvent } from '#contexts/duties';
import { idOf, uuidOf, type Ask, type DataOf, type Happening, type Policy } from '#kernel';
import type { DirectiveCommand } from './directive.commands.js';
import { directive } from './directive.decider.js';

type Rests = Pick<DataOf<DutyPointEvent, 'DutyPointDefined'>, 'clause'>;

const note = ({ clause }: Rests, _: unknown, { stream }: Happening): readonly Ask<DirectiveCommand>[] =>
  clause
    ? [
        {
          ...{ decider: directive, stream: clause.directiveId },
          command: { type: 'RecordDuty', data: { dutyPointId: idOf('dutyPoint', uuidOf(stream)) } },
        },
      ]
    : [];

/** D3: an order knows the duties that rest on it, so that it is not completed while one of them lacks somebody. */
export const dutiesAreNoted: Policy<DutyPointEvent, DutyPoint> = {
  name: 'duties_are_noted',
  of: dutyPoint,
  asks: [directive],
  rights: {
    RecordDuty: { rule: 'D3', because: 'an order knows what duties rest on it; a note that changes no text' },
  },
  on: { DutyPointDefined: note, DutyRepointed: note },
};
