import { now, serverNow } from '../lib/server-time';
import { Telling } from '../lib/time';
import { useWords } from './use-words';

/** Says times in the language of whoever reads; ages are as of a moment, or of now. */
export const useTelling = (asOf?: string): Telling => {
  const { language } = useWords();
  return new Telling(language, asOf === undefined ? now() : new Date(asOf));
};

/** The same of what ends by the server's own clock: sessions and tokens. */
export const useDoorTelling = (): Telling => {
  const { language } = useWords();
  return new Telling(language, serverNow());
};
