import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { failureOf, type Failure } from '../../api/failure';
import { onAgain } from '../../lib/again';
import { RECORD, type Entry, type Subject } from './query';

/** A record as far as it has been read: the first page is shown while the others come. */
export interface ReadRecord {
  readonly entries: readonly Entry[];
  readonly subjects: readonly Subject[];
  readonly total: number;
  readonly isCut: boolean;
  readonly isWhole: boolean;
  readonly failure: Failure | undefined;
}

type Page = NonNullable<Awaited<ReturnType<ReturnType<typeof useAsk>>>['data']>['eventRecord'];

const useAsk = (id: string) => {
  const client = useClient();
  return useCallback(
    (after: string | null) => client.query(RECORD, { id, after }, { requestPolicy: 'network-only' }).toPromise(),
    [client, id],
  );
};

const grown = (before: readonly Entry[], { edges, subjects, totalCount, cut, pageInfo }: Page): ReadRecord => {
  const entries = [...before, ...edges.map(({ node }) => node)];
  const isWhole = !pageInfo.hasNextPage;
  return { entries, subjects, total: totalCount ?? entries.length, isCut: cut, isWhole, failure: undefined };
};

/** Reads a whole record, page after page; what was read before stays while it is read again, and when that fails. */
export const useRecord = (
  id: string,
): { readonly record: ReadRecord | undefined; readonly failure: Failure | undefined; readonly again: () => void } => {
  const ask = useAsk(id);
  const [round, setRound] = useState(0);
  const [kept, keep] = useState<{ readonly id: string; readonly record: ReadRecord }>();
  const [failure, fail] = useState<Failure>();
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => onAgain(again), [again]);
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      let [entries, after]: [readonly Entry[], string | null] = [[], null];
      do {
        const { data, error } = await ask(after);
        if (!isWanted) return;
        if (error || !data) {
          fail(error && failureOf(error));
          return;
        }
        const record = grown(entries, data.eventRecord);
        [entries, after] = [record.entries, data.eventRecord.pageInfo.endCursor];
        // A longer record than before is not taken back to its first page.
        keep((before) => (before?.id === id && !record.isWhole && before.record.isWhole ? before : { id, record }));
        if (record.isWhole) after = null;
      } while (after !== null);
      fail(undefined);
    };
    void read();
    return () => {
      isWanted = false;
    };
  }, [ask, id, round]);
  return { record: kept?.id === id ? kept.record : undefined, failure, again };
};
