import { inLanguage } from '../../lib/both';
import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Fix } from './query';

/** Each cause with its measure, who answers for it, and by when. */
export const Measures = ({ measures }: { readonly measures: Fix['measures'] }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const columns = (['cause', 'measure', 'responsible', 'due'] as const).map((name) => t(`finding.${name}`));
  return (
    <Sec title={t('finding.measures')}>
      <Table label={t('finding.measures')} columns={columns}>
        {measures.map(({ cause, measure, standard, responsible, dueAt }) => (
          <tr key={`${cause} ${measure}`}>
            <td>{inLanguage(cause, language)}</td>
            <td>
              {inLanguage(measure, language)}
              <div className={text.note}>{inLanguage(standard, language)}</div>
            </td>
            <td>{inLanguage(responsible.label, language)}</td>
            <td className={text.number}>{telling.due(dueAt)}</td>
          </tr>
        ))}
      </Table>
    </Sec>
  );
};
