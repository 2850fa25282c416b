import { useState } from 'react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import type { Entry } from './query';
import css from './timeline.module.css';

/** Every event as it was answered, so that the browser's own search finds all of it. */
export const Raw = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const { t } = useWords();
  const [areOpen, open] = useState(false);
  return (
    <div className={css.raw}>
      <Button small onClick={() => open(!areOpen)}>
        {t(areOpen ? 'history.raw.close' : 'history.raw.open')}
      </Button>
      {entries.map((entry) => (
        <details key={entry.eventId} open={areOpen}>
          <summary>
            #{entry.position} · {entry.name} v{entry.schemaVersion} · {entry.recordedAt}
          </summary>
          <pre>{JSON.stringify(entry, undefined, 2)}</pre>
        </details>
      ))}
    </div>
  );
};
