import { ActForm } from '../../../forms/act-form';
import type { OpenAct } from '../../../forms/act-panel';
import { KnownThings } from '../../../forms/known';
import { DUTY_ACTS, type OfCell } from './duty-acts';

interface Props extends OpenAct {
  readonly cell: OfCell;
}

/** What the things are called that the duty point names. */
const knownIn = ({ duty: { operator, previous, next } }: OfCell): Readonly<Record<string, string>> =>
  Object.fromEntries([operator, previous, next].flatMap((ref) => (ref ? [[ref.id, ref.label ?? ref.id]] : [])));

/** The form of one command of a duty point, opened in one of its cells. */
export const DutyActForm = ({ cell, name, ...rest }: Props) => {
  const act = DUTY_ACTS[name];
  if (!act) return null;
  return (
    <KnownThings value={knownIn(cell)}>
      <ActForm act={act} id={cell.duty.id} begin={act.begin(cell)} {...rest} />
    </KnownThings>
  );
};
