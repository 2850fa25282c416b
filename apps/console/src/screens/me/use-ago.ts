import { serverNow } from '../../lib/server-time';
import { useDoorTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';

const SOON_MS = 90_000;

/** How long ago something of one's own was used, which is told to the minute. */
export const useAgo = (): ((at: string) => string) => {
  const { t } = useWords();
  const telling = useDoorTelling();
  return (at) =>
    serverNow().getTime() - Date.parse(at) < SOON_MS ? t('me.justNow') : t('me.ago', { span: telling.since(at) });
};
