import { Suspense, useState, type ReactNode } from 'react';
import { Button } from '../ui/button';
import { useWords } from '../words/use-words';
import { isActName, type ActName } from './act-names';
import type { OpenAct } from './act-panel';
import css from './form.module.css';

interface Props {
  /** The commands that may be asked for now. */
  readonly names: readonly string[];
  /** What the row is about, for those who hear of its buttons alone. */
  readonly about: string;
  readonly form: (open: OpenAct) => ReactNode;
}

/** What may be done about one row of a table, in the row. */
export const RowActs = ({ names, about, form }: Props) => {
  const { t } = useWords();
  const [open, setOpen] = useState<ActName>();
  const close = () => setOpen(undefined);
  if (open !== undefined) {
    const verb = t(`act.do.${open}`);
    const act = { name: open, title: `${verb} · ${about}`, verb, onRecorded: close, onClose: close };
    return <Suspense fallback={null}>{form(act)}</Suspense>;
  }
  return (
    <span className={css.rowActs}>
      {names.filter(isActName).map((name) => (
        <Button key={name} small aria-label={`${t(`act.do.${name}`)} · ${about}`} onClick={() => setOpen(name)}>
          {t(`act.do.${name}`)}
        </Button>
      ))}
    </span>
  );
};
