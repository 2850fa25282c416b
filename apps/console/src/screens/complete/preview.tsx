import { draftsIn, ON_ITS_WAY, textIn, textsIn, type Draft } from '../../forms/draft';
import { Facts } from '../../ui/facts';
import { Sec } from '../../ui/sec';
import { useWords } from '../../words/use-words';
import type { Finding } from '../finding/query';
import css from './complete.module.css';

const CHECKS = ['fixed', 'before', 'onTime', 'apart'] as const;

/** What whoever verifies it will see, as it is written; and what is checked by the record itself. */
export const Preview = ({ finding, draft }: { readonly finding: Finding; readonly draft: Draft }) => {
  const { t } = useWords();
  const files = draftsIn(draft.measures).flatMap(({ evidence }) =>
    textsIn(evidence).filter((id) => id !== ON_ITS_WAY),
  ).length;
  const cause = textIn(draft.rootCause);
  return (
    <aside>
      <Sec title={t('complete.preview')}>
        <p className={css.document}>{cause === '' ? '—' : cause}</p>
        <Facts
          facts={[
            [t('complete.answers'), textIn(draft.reason) && <span className={css.lines}>{textIn(draft.reason)}</span>],
            [t('complete.since'), textIn(draft.occurredAt).replace('T', ' ')],
            [
              t('complete.files'),
              t('complete.files.of', { n: files, of: finding.rectification?.measures.length ?? 0 }),
            ],
          ]}
        />
      </Sec>
      <Sec title={t('complete.checks')}>
        <ul className={css.checks}>
          {CHECKS.map((check) => (
            <li key={check}>{t(`complete.check.${check}`)}</li>
          ))}
        </ul>
      </Sec>
    </aside>
  );
};
