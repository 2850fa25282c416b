import stages from 'labels:FindingStage';
import { Select } from 'antd';
import { labelOf } from '../../lib/label';
import { Kit } from '../../ui/kit';
import { useWords } from '../../words/use-words';
import { STAGES, type Stage } from './stages';

interface Props {
  readonly chosen: readonly Stage[];
  readonly onChange: (chosen: readonly Stage[]) => void;
}

/** Any number of stages, found by typing. */
export const StageFilter = ({ chosen, onChange }: Props) => {
  const { t, language } = useWords();
  return (
    <Kit>
      <Select<Stage[]>
        mode="multiple"
        size="small"
        style={{ minWidth: 160 }}
        aria-label={t('findings.stage')}
        placeholder={t('findings.stage')}
        value={[...chosen]}
        maxTagCount={1}
        showSearch={{ optionFilterProp: 'label' }}
        options={STAGES.map((value) => ({ value, label: labelOf(stages, value, language) }))}
        onChange={onChange}
      />
    </Kit>
  );
};
