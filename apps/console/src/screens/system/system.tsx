import { useRead } from '../../api/use-read';
import { useWhileActive } from '../../lib/while-active';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { Alarms } from './alarms';
import { Followers } from './followers';
import { Measures } from './measures';
import { SYSTEM, type System as Standing } from './query';
import css from './system.module.css';
import { SystemTabs } from './tabs';
import { Views } from './views';

const EVERY_MS = 5_000;
const nothing = () => undefined;

/** How the server stands: what needs somebody first, then how far each view is. */
export const System = () => {
  const read = useRead(SYSTEM, {});
  useWhileActive(read.at === 'reading' ? nothing : read.again, EVERY_MS);
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  return <Sheet system={read.data.system} isOld={read.failure !== undefined} />;
};

const Sheet = ({ system, isOld }: { readonly system: Standing; readonly isOld: boolean }) => {
  const { t } = useWords();
  const telling = useTelling();
  const { at, head, testClockFrom } = system;
  const clock = testClockFrom === null ? [] : [t('system.testClock', { at: telling.day(testClockFrom) })];
  const note = [t('system.note', { n: head ?? '0', at: telling.moment(at) }), ...clock].join(' · ');
  return (
    <Page title={t('system.title')} note={note} end={<SystemTabs />}>
      {isOld && (
        <p role="status" className={css.line}>
          {t('system.old')}
        </p>
      )}
      <div className={css.two}>
        <div>
          <Alarms system={system} />
          <Views views={system.views} head={head} />
        </div>
        <div>
          <Followers system={system} />
          <Measures measures={system.measures} />
        </div>
      </div>
    </Page>
  );
};
