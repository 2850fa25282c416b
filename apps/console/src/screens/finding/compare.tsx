import classes from 'labels:OutcomeClass';
import { useState } from 'react';
import { shortDigest } from '../../lib/digest';
import { labelOf } from '../../lib/label';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import css from './compare.module.css';
import type { Finding, Fix } from './query';

type File = Pick<Finding['evidence'][number], 'id' | 'sha256' | 'mediaType'>;

/** Whoever verifies looks at both at once: how it was, and how it is said to be. */
export const Compare = ({ finding, fix }: { readonly finding: Finding; readonly fix: Fix }) => {
  const { t } = useWords();
  const before = [...finding.evidence, ...fix.fixBefore];
  const after = [...fix.measures.flatMap(({ done }) => done), ...fix.fixAfter];
  return (
    <Sec title={t('compare.title')} note={t('compare.note')}>
      <div className={css.two}>
        <Side title={t('compare.before')} files={before} />
        <Side title={t('compare.after')} files={after} />
      </div>
      <ul>
        {fix.verifications.map((one) => (
          <Verdict key={`${one.person.id} ${one.at}`} one={one} />
        ))}
      </ul>
    </Sec>
  );
};

const Side = ({ title, files }: { readonly title: string; readonly files: readonly File[] }) => {
  const { t } = useWords();
  return (
    <div>
      <h3>{title}</h3>
      {files.length === 0 && <p className={text.note}>{t('finding.evidence.none')}</p>}
      {files.map((file, place) => (
        <Shown key={file.id} file={file} name={t('finding.evidence.file', { n: place + 1 })} />
      ))}
    </div>
  );
};

/** A picture of it, where it is one and can be given; its digest in any case. */
const Shown = ({ file: { id, sha256, mediaType }, name }: { readonly file: File; readonly name: string }) => {
  const [isGiven, setGiven] = useState(mediaType.startsWith('image/'));
  const address = `/evidence/${id}`;
  return (
    <figure className={css.file}>
      {isGiven && <img src={address} alt={name} loading="lazy" onError={() => setGiven(false)} />}
      <figcaption>
        <a href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
        <span className={text.mono}> {shortDigest(sha256)}</span>
      </figcaption>
    </figure>
  );
};

const Verdict = ({ one }: { readonly one: Fix['verifications'][number] }) => {
  const { t, language } = useWords();
  const telling = useTelling();
  const said = [labelOf(classes, one.outcomeClass, language), one.note].filter(Boolean).join(' · ');
  return (
    <li className={css.verdict}>
      <Status kind={one.passed ? 'closed' : 'partial'}>{t(one.passed ? 'compare.passed' : 'compare.failed')}</Status>
      <span>
        {one.person.label} · {telling.moment(one.at)} · {said}
      </span>
    </li>
  );
};
