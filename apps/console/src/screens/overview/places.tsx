import { PARTIES } from '../../ui/marks';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import { Table } from '../../ui/table';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './overview.module.css';
import type { Overview } from './query';

/** How the duty points of each place are held, by party: in the order of the places, which is no ranking. */
export const Places = ({ places }: Pick<Overview, 'places'>) => {
  const { t } = useWords();
  const columns = [t('home.places.place'), ...PARTIES.map((party) => t(`party.${party}`)), t('home.places.points')];
  return (
    <Sec title={t('home.places')}>
      {places.length === 0 ? (
        <p className={text.dense}>{t('home.places.none')}</p>
      ) : (
        <Table label={t('home.places')} columns={columns}>
          {places.map(({ territory, dutyPoints, ...lacking }) => (
            <tr key={territory.id}>
              <td>{territory.label ?? territory.id}</td>
              {PARTIES.map((party) => (
                <td key={party}>
                  <span className={css.name}>{t(`party.${party}`)}</span>
                  <Share of={dutyPoints} lacking={lacking[party]} />
                </td>
              ))}
              <td>
                <span className={css.name}>{t('home.places.points')}</span>
                {dutyPoints}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <p className={text.note}>{t('home.places.note')}</p>
    </Sec>
  );
};

/** Where there is no duty point, nothing is held whole. */
const Share = ({ of, lacking }: { readonly of: number; readonly lacking: number }) => {
  const { t } = useWords();
  if (lacking > 0) return <Status kind="unowned">{lacking}</Status>;
  return of > 0 ? t('home.places.all') : <span className={text.note}>–</span>;
};
