import { classes } from '../../ui/classes';
import { Sec } from '../../ui/sec';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './import.module.css';
import { stretchesOf, type Stretch } from './marks';
import type { Document } from './query';

/** The text as it came, with the places that somebody has to look at. */
export const Original = ({ document }: { readonly document: Document }) => {
  const { t } = useWords();
  const { complete, declared, leaks } = document;
  return (
    <Sec title={t('imports.text')} note={t(complete ? 'imports.text.whole' : 'imports.text.cut')}>
      <ul className={text.note}>
        {declared.map(({ words, captured }) => (
          <li key={words}>{t('imports.declared', { words, n: captured })}</li>
        ))}
        {leaks.length > 0 && (
          <li>
            {t('imports.leaks')}：{[...new Set(leaks.map((leak) => leak.text))].join('、')}
          </li>
        )}
      </ul>
      <p className={css.original} lang="zh-CN">
        {stretchesOf(document.text, document.questions, document.damage).map((one) => (
          <Words key={one.at} one={one} />
        ))}
      </p>
    </Sec>
  );
};

const Words = ({ one: { words, question, damaged } }: { readonly one: Stretch }) => {
  const { t } = useWords();
  if (question === undefined && !damaged) return words;
  const name = question === undefined ? t('imports.damaged') : t('imports.questions.n', { n: question + 1 });
  return (
    <mark className={classes(css.mark, damaged && css.damaged)} id={`asked-${String(question ?? '')}`}>
      {words}
      <span className={css.pin}>{damaged ? <Status kind="partial">{name}</Status> : name}</span>
    </mark>
  );
};
