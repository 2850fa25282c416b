import { Link } from '@tanstack/react-router';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Order } from './query';

/** Where an order comes from, and what came of it. */
export const Origin = ({ order }: { readonly order: Order }) => {
  const { t } = useWords();
  const telling = useTelling();
  const { meeting, bases, relayOf, supersededBy, endedAt, provenance } = order;
  return (
    <Sec title={t('directive.facts')}>
      <Facts
        facts={[
          [t('directive.facts.number'), order.number],
          [t('directive.facts.meeting'), meeting && <Meeting of={meeting} />],
          [t('imports.from'), provenance && <From provenance={provenance} />],
          [t('directive.facts.bases'), bases.length > 0 ? <Bases bases={bases} /> : null],
          [t('directive.facts.relay'), relayOf && <Named of={relayOf} />],
          [t('directive.facts.superseded'), supersededBy && <Named of={supersededBy} />],
          [t('directive.facts.ended'), endedAt === null ? null : telling.moment(endedAt)],
          [t('directive.facts.reason'), order.endReason],
        ]}
      />
    </Sec>
  );
};

const Meeting = ({ of: { id, label } }: { readonly of: NonNullable<Order['meeting']> }) => {
  const { t } = useWords();
  if (label === null) return t('meeting.notSeen');
  return (
    <Link to="/meetings/$id" params={{ id }}>
      {label}
    </Link>
  );
};

const Named = ({ of: { id, label } }: { readonly of: NonNullable<Order['relayOf']> }) => {
  const { t } = useWords();
  // One that is not theirs to see has no name either.
  if (label === null) return t('directive.notSeen');
  return (
    <Link to="/directives/$id" params={{ id }}>
      {label}
    </Link>
  );
};

const From = ({ provenance: { notice, original } }: { readonly provenance: NonNullable<Order['provenance']> }) =>
  notice ? (
    <Link to="/imports/$id" params={{ id: notice.id }}>
      {original.fileName}
    </Link>
  ) : (
    original.fileName
  );

const Bases = ({ bases }: Pick<Order, 'bases'>) => {
  const { t } = useWords();
  return (
    <ul>
      {bases.map(({ directive, citation }) => (
        <li key={directive?.id ?? citation}>
          {directive ? <Named of={directive} /> : t('directive.unverified', { text: citation ?? '' })}
        </li>
      ))}
    </ul>
  );
};
