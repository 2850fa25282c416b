import kinds from 'labels:OrganisationKind';
import { Link } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { useWords } from '../../words/use-words';
import { Validity } from '../bodies/body-row';
import type { Body } from './query';

/** What a body is, where it stands, and since when. */
export const BodyFacts = ({ body }: { readonly body: Body }) => {
  const { t, language } = useWords();
  const { territory, parent } = body;
  const kind = [labelOf(kinds, body.orgKind, language), body.temporary ? t('bodies.temporary') : ''];
  return (
    <Sec title={t('bodies.facts')}>
      <Facts
        facts={[
          [t('bodies.kind'), kind.filter(Boolean).join(' · ')],
          [t('bodies.line'), body.line],
          [
            t('bodies.where'),
            <Link to="/bodies" search={{ place: territory.id }}>
              {territory.label}
            </Link>,
          ],
          [
            t('bodies.above'),
            parent && (
              <Link to="/bodies/$id" params={{ id: parent.id }}>
                {parent.label}
              </Link>
            ),
          ],
          [t('bodies.valid'), <Validity from={body.validFrom} to={body.dissolvedAt} />],
        ]}
      />
    </Sec>
  );
};
