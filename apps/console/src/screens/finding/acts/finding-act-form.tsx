import { ActForm } from '../../../forms/act-form';
import { KnownThings } from '../../../forms/known';
import type { Recorded } from '../../../forms/said';
import type { ActName } from '../act-names';
import type { Finding } from '../query';
import { ACTS } from './acts';
import { OfFinding, type FindingAct } from './finding-act';

interface Props {
  readonly finding: Finding;
  readonly name: ActName;
  readonly title: string;
  readonly verb: string;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onClose: () => void;
}

/** What the things are called that the finding names. */
const knownIn = ({ subject, dutyPoint, rectification: fix }: Finding): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [subject, dutyPoint, fix?.unit, fix?.acceptor].flatMap((ref) => (ref ? [[ref.id, ref.label ?? ref.id]] : [])),
  );

/** The form of one command of a finding. */
export const FindingActForm = ({ finding, name, ...rest }: Props) => {
  const act: FindingAct = ACTS[name];
  return (
    <OfFinding value={finding}>
      <KnownThings value={knownIn(finding)}>
        <ActForm act={act} id={finding.id} begin={act.begin?.(finding)} {...rest} />
      </KnownThings>
    </OfFinding>
  );
};
