import { Link, useParams } from '@tanstack/react-router';
import { useRead } from '../../api/use-read';
import { useAsOf } from '../../frame/as-of';
import { Page } from '../../ui/page';
import { Failed, Skeleton } from '../../ui/states';
import { useStatedDay } from '../../words/use-stated-day';
import { useWords } from '../../words/use-words';
import directive from '../directive/directive.module.css';
import { NothingHere } from '../nothing-here';
import { MeetingFacts } from './meeting-facts';
import { OrdersOfMeeting } from './orders-of-meeting';
import { Parts } from './parts';
import { MEETING, type Meeting as Held } from './query';

/** One meeting: who held it and when, who did what there, and what was ordered because of it. */
export const Meeting = () => {
  const { id } = useParams({ from: '/meetings/$id' });
  const { asOf } = useAsOf();
  const read = useRead(MEETING, { id, asOf });
  if (read.at === 'reading') return <Skeleton />;
  if (read.at === 'failed') return <Failed failure={read.failure} onAgain={read.again} />;
  const { meeting } = read.data;
  return meeting ? <Sheet meeting={meeting} /> : <NothingHere />;
};

const Sheet = ({ meeting }: { readonly meeting: Held }) => {
  const { t } = useWords();
  const day = useStatedDay();
  const ways = (
    <Link to="/history/$id" params={{ id: meeting.id }}>
      {t('directive.history')}
    </Link>
  );
  return (
    <Page title={meeting.title} note={`${meeting.heldBy} · ${day(meeting.heldOn)}`} end={ways}>
      <div className={directive.two}>
        <div>
          <OrdersOfMeeting id={meeting.id} />
          <Parts meeting={meeting} />
        </div>
        <MeetingFacts meeting={meeting} />
      </div>
    </Page>
  );
};
