import { useWords } from './use-words';

/** Somebody by name. */
interface Named {
  readonly label: string | null;
}

/** Who did something, and for whom where they stood in for somebody. */
interface Doer {
  readonly person: Named | null;
  readonly onBehalfOf: Named | null;
}

/** Says who did something: the deputy and the principal in one, as both answer for it. */
export const useDoer = () => {
  const { t } = useWords();
  return ({ person, onBehalfOf }: Doer): string => {
    const who = person?.label ?? '';
    return onBehalfOf ? t('acting.for', { who, principal: onBehalfOf.label ?? '' }) : who;
  };
};
