import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Fix } from './query';

/** What the unit was ordered to do, when it counts as done, and what came of it. */
export const Order = ({ fix }: { readonly fix: Fix | null }) => {
  const { t } = useWords();
  const telling = useTelling();
  if (!fix)
    return (
      <Sec title={t('finding.order')}>
        <p>{t('finding.order.none')}</p>
      </Sec>
    );
  const note = `${fix.unit.label ?? ''} · ${telling.moment(fix.orderedAt)}`;
  return (
    <Sec title={t('finding.order')} note={note}>
      <Facts
        facts={[
          [t('finding.standard'), fix.standard],
          [t('finding.acceptor'), fix.acceptor.label],
          [t('finding.cause.root'), fix.rootCause],
          [t('finding.fix'), fix.fix],
        ]}
      />
    </Sec>
  );
};
