import { useWords } from '../../words/use-words';

interface Named {
  readonly id: string;
  readonly label: string | null;
}

/** What somebody is called; the system is nobody. Nothing for nobody. */
export const useName = (): ((ref: Named | null) => string) => {
  const { t } = useWords();
  return (ref) => {
    if (ref?.id.startsWith('system-')) return t('access.system');
    return ref?.label ?? ref?.id ?? '';
  };
};
