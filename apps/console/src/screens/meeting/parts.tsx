import roles from 'labels:MeetingRole';
import venueKinds from 'labels:VenueKind';
import { labelOf } from '../../lib/label';
import { Sec } from '../../ui/sec';
import { Table } from '../../ui/table';
import { useWords } from '../../words/use-words';
import type { Meeting } from './query';

/** Who did what, by post, and where people sat. */
export const Parts = ({ meeting }: { readonly meeting: Meeting }) => (
  <>
    {meeting.roles.length > 0 && <Roles meeting={meeting} />}
    {meeting.venues.length > 0 && <Venues meeting={meeting} />}
  </>
);

const Roles = ({ meeting }: { readonly meeting: Meeting }) => {
  const { t, language } = useWords();
  const columns = (['role', 'post', 'body', 'venue'] as const).map((name) => t(`meeting.${name}`));
  return (
    <Sec title={t('meeting.roles')} note={t('meeting.roles.note')}>
      <Table label={t('meeting.roles')} columns={columns}>
        {meeting.roles.map(({ role, post, organisation, venue }, at) => (
          <tr key={at}>
            <td>{labelOf(roles, role, language)}</td>
            <td>{post}</td>
            <td>{organisation}</td>
            <td>{venue}</td>
          </tr>
        ))}
      </Table>
    </Sec>
  );
};

const Venues = ({ meeting }: { readonly meeting: Meeting }) => {
  const { t, language } = useWords();
  const columns = (['venueKind', 'venue', 'body'] as const).map((name) => t(`meeting.${name}`));
  return (
    <Sec title={t('meeting.venues')}>
      <Table label={t('meeting.venues')} columns={columns}>
        {meeting.venues.map(({ kind, name, organisation }, at) => (
          <tr key={at}>
            <td>{labelOf(venueKinds, kind, language)}</td>
            <td>{name}</td>
            <td>{organisation?.label}</td>
          </tr>
        ))}
      </Table>
    </Sec>
  );
};
