import kinds from 'labels:OrganisationKind';
import { Link } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { BodyOfList } from './query';

/** One body: what it is, where it stands, under which other, and since when. */
export const BodyRow = ({ body }: { readonly body: BodyOfList }) => {
  const { t, language } = useWords();
  const { temporary, orgKind, line } = body;
  const kind = [labelOf(kinds, orgKind, language), line, temporary ? t('bodies.temporary') : ''];
  return (
    <tr>
      <td>
        <Link to="/bodies/$id" params={{ id: body.id }}>
          {body.name}
        </Link>
      </td>
      <td>{kind.filter(Boolean).join(' · ')}</td>
      <td>{body.territory.label}</td>
      <td>{body.parent?.label}</td>
      <td className={text.number}>
        <Validity from={body.validFrom} to={body.dissolvedAt} />
      </td>
    </tr>
  );
};

/** Since when, and until when where it has ended. */
export const Validity = ({ from, to }: { readonly from: string | null; readonly to: string | null }) => {
  const { t } = useWords();
  const telling = useTelling();
  const since = from === null ? t('bodies.since.unknown') : t('bodies.since', { at: telling.day(from) });
  return to === null ? since : `${since} · ${t('bodies.dissolved', { at: telling.day(to) })}`;
};
