import type { ReactNode } from 'react';
import { useMay } from '../api/use-may';
import { useAsOf } from '../frame/as-of';
import { useWords } from '../words/use-words';

interface Props {
  /** The command that begins something, by the name of its mutation. */
  readonly command: string;
  readonly children: ReactNode;
}

/** The form that begins something, or why there is none. */
export const Beginning = ({ command, children }: Props) => {
  const { t } = useWords();
  const { asOf } = useAsOf();
  const may = useMay(command)(command);
  if (asOf !== undefined) return <p>{t('top.asOf.why')}</p>;
  if (!may) return null;
  return may.allowed ? children : <p>{may.reason}</p>;
};
