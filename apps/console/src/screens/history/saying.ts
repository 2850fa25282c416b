import { useCallback } from 'react';
import { inLanguage } from '../../lib/both';
import { useWords } from '../../words/use-words';
import type { Entry } from './query';

/** Says in one line what an event is about: what somebody wrote in it, or what it names. */
export const useSaying = (): ((entry: Entry) => string) => {
  const { language } = useWords();
  return useCallback(
    ({ summary, named, actor, subject }: Entry) => {
      if (summary !== null) return inLanguage(summary, language);
      const known = [actor.person.id, subject.id];
      return named
        .filter(({ id, label }) => label !== null && !known.includes(id))
        .map(({ label }) => inLanguage(label, language))
        .slice(0, 3)
        .join(' · ');
    },
    [language],
  );
};
