import { Link } from '@tanstack/react-router';
import { classes } from '../../ui/classes';
import { useWords } from '../../words/use-words';
import css from './figures.module.css';
import type { Overview } from './query';

const NAMES = ['unowned', 'open', 'dueSoon', 'overdue', 'recurred'] as const;
type Name = (typeof NAMES)[number];

/** Red where nobody answers or it is late, ochre where it will be before long; nothing where there is none. */
const TONES: Readonly<Partial<Record<Name, string | undefined>>> = {
  unowned: css.red,
  overdue: css.red,
  dueSoon: css.ochre,
};

const LISTS = {
  unowned: { to: '/matrix', search: { only: 'gaps' } },
  open: { to: '/findings', search: { which: 'open' } },
  dueSoon: { to: '/findings', search: { which: 'dueSoon' } },
  overdue: { to: '/findings', search: { which: 'overdue' } },
  recurred: { to: '/findings', search: { which: 'recurred' } },
} as const satisfies Readonly<Record<Name, object>>;

/** Five figures, each beside its own last four weeks and never beside a neighbour's; each leads to its list. */
export const Figures = ({ overview }: { readonly overview: Overview }) => {
  const { t } = useWords();
  return (
    <nav className={css.figures} aria-label={t('home.figures')}>
      {NAMES.map((name) => (
        <Link key={name} {...LISTS[name]} className={css.figure}>
          <span className={classes(css.number, overview[name].now > 0 && TONES[name])}>{overview[name].now}</span>
          {t(`home.figure.${name}`)}
          <span className={css.weeks}>{t('home.weeks', { weeks: overview[name].weeks.join(' · ') })}</span>
        </Link>
      ))}
    </nav>
  );
};
