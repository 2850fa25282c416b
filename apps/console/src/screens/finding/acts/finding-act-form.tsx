import { ActForm } from '../../../forms/act-form';
import { KnownThings } from '../../../forms/known';
import type { OpenAct } from '../../../forms/act-panel';
import type { Finding } from '../query';
import { ACTS } from './acts';
import { OfFinding, type FindingAct } from './finding-act';

interface Props extends OpenAct {
  readonly finding: Finding;
}

/** What the things are called that the finding names. */
const knownIn = ({ subject, dutyPoint, rectification: fix }: Finding): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [subject, dutyPoint, fix?.unit, fix?.acceptor].flatMap((ref) => (ref ? [[ref.id, ref.label ?? ref.id]] : [])),
  );

/** The form of one command of a finding. */
export const FindingActForm = ({ finding, name, ...rest }: Props) => {
  const act: FindingAct | undefined = ACTS[name];
  if (!act) return null;
  return (
    <OfFinding value={finding}>
      <KnownThings value={knownIn(finding)}>
        <ActForm act={act} id={finding.id} begin={act.begin?.(finding)} {...rest} />
      </KnownThings>
    </OfFinding>
  );
};
