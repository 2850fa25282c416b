import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Fix } from './query';

/** Each cause with its measure, who answers for it, and by when. */
export const Measures = ({ measures }: { readonly measures: Fix['measures'] }) => {
  const { t } = useWords();
  const telling = useTelling();
  const columns = (['cause', 'measure', 'responsible', 'due'] as const).map((name) => t(`finding.${name}`));
  return (
    <Sec title={t('finding.measures')}>
      <Table label={t('finding.measures')} columns={columns}>
        {measures.map(({ cause, measure, standard, responsible, dueAt }) => (
          <tr key={`${cause} ${measure}`}>
            <td>{cause}</td>
            <td>
              {measure}
              <div className={text.note}>{standard}</div>
            </td>
            <td>{responsible.label}</td>
            <td className={text.number}>{telling.due(dueAt)}</td>
          </tr>
        ))}
      </Table>
    </Sec>
  );
};
