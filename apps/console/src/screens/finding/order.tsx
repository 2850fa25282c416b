import { inLanguage } from '../../lib/both';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Fix } from './query';

/** What the unit was ordered to do, when it counts as done, and what came of it. */
export const Order = ({ fix }: { readonly fix: Fix | null }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  if (!fix)
    return (
      <Sec title={t('finding.order')}>
        <p>{t('finding.order.none')}</p>
      </Sec>
    );
  const note = `${inLanguage(fix.unit.label, language)} · ${telling.moment(fix.orderedAt)}`;
  return (
    <Sec title={t('finding.order')} note={note}>
      <Facts
        facts={[
          [t('finding.standard'), inLanguage(fix.standard, language)],
          [t('finding.acceptor'), inLanguage(fix.acceptor.label, language)],
          [t('finding.cause.root'), inLanguage(fix.rootCause, language)],
          [t('finding.fix'), inLanguage(fix.fix, language)],
        ]}
      />
    </Sec>
  );
};
