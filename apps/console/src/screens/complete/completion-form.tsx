import { ActForm } from '../../forms/act-form';
import type { Act, EntryProps } from '../../forms/act';
import type { Draft } from '../../forms/draft';
import type { Recorded } from '../../forms/said';
import { useWords } from '../../words/use-words';
import { OfFinding, useFinding } from '../finding/acts/finding-act';
import { rectifying } from '../finding/acts/rectifying';
import type { Finding } from '../finding/query';
import { reasonsIn, returnOf } from '../inbox/columns';
import { AnswersEntry } from './answers-entry';

/** What is said to each reason goes with the report as its own reason. */
const ANSWERS: InputField = {
  name: 'reason',
  label: ['退回理由，逐条答复', 'Each reason, answered'],
  type: 'String',
  isList: false,
  isRequired: true,
};

const Answers = (props: EntryProps) => {
  const finding = useFinding();
  const back = finding && returnOf(finding);
  return <AnswersEntry {...props} reasons={back ? reasonsIn(back.reason) : []} />;
};

const { reportCompletion } = rectifying;
const ANSWERED: Act = {
  ...reportCompletion,
  input: { ...reportCompletion.input, fields: [ANSWERS, ...reportCompletion.input.fields] },
  entries: { ...reportCompletion.entries, reason: Answers },
};

interface Props {
  readonly finding: Finding;
  readonly onDraft: (draft: Draft) => void;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onClose: () => void;
}

/** The report that it is done; where it came back before, with an answer to each reason. */
export const CompletionForm = ({ finding, ...rest }: Props) => {
  const { t } = useWords();
  return (
    <OfFinding value={finding}>
      <ActForm
        act={returnOf(finding) ? ANSWERED : reportCompletion}
        id={finding.id}
        title={t('complete.title')}
        verb={t('complete.do')}
        {...rest}
      />
    </OfFinding>
  );
};
