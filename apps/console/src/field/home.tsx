import { useCallback, useEffect, useState } from 'react';
import type { SignedIn } from '../api/door';
import { Banners } from './banners';
import css from './field.module.css';
import { Foot } from './foot';
import { FindingForm } from './form/finding-form';
import type { Find } from './form/sought';
import { Head } from './head';
import { isWrittenIn, type Capacity } from './queue/item';
import type { FieldStore } from './queue/store';
import { QueueLine } from './queue-line';
import { QueueView } from './queue-view';
import { useSay } from './say';
import type { Things } from './things';
import { useThings } from './use-things';
import { useDraft } from './use-draft';
import { useItems } from './use-items';
import { useSending } from './use-sending';

interface Props {
  readonly store: FieldStore;
  readonly who: SignedIn & { readonly chosen: Capacity };
  readonly isReached: boolean;
  readonly onLook: () => void;
  readonly onLeave: () => void;
  readonly onChoosePost: (() => void) | undefined;
}

/** Whoever is in: what they write, and what is on its way. */
export const Home = (props: Props) => {
  const { read, seek, find } = useThings(props);
  return read ? (
    <Desk {...props} things={read.things} onSeek={seek} onFind={find} />
  ) : (
    <main className={css.page} aria-busy />
  );
};

type View = { readonly at: 'form' } | { readonly at: 'queue'; readonly saved?: string | undefined };

interface DeskProps extends Props {
  readonly things: Things | undefined;
  readonly onSeek: (text: string) => void;
  readonly onFind: Find;
}

const Desk = ({ things, onSeek, onFind, ...props }: DeskProps) => {
  const { store, who, isReached, onLook } = props;
  const { t } = useSay();
  const { personId: owner, chosen: capacity } = who;
  const [view, setView] = useState<View>({ at: 'form' });
  const { items, others } = useItems(store, owner);
  const draft = useDraft(store, { owner, capacity, things });
  const waiting = items.filter((item) => item.standing === 'waiting' && isWrittenIn(item, capacity)).length;
  const progress = useSending(store, { owner, capacity, isReached, waiting, onLook });
  const toForm = useCallback(() => setView({ at: 'form' }), []);
  useEffect(() => window.scrollTo(0, 0), [view]);
  const mayNot = things?.me.viewerCan.some(({ allowed }) => allowed) === false;
  const barred = mayNot ? t('phone.mayNot') : !isSecureContext && !isReached ? t('phone.insecure.offline') : undefined;
  return (
    <main className={css.page}>
      <Head />
      <Banners {...{ items, others, isReached }} />
      {view.at === 'form' ? (
        <>
          <QueueLine {...{ items, progress }} onOpen={() => setView({ at: 'queue' })} />
          {draft.present && (
            <FindingForm
              // Another finding has nothing of this one, not even what was open.
              key={draft.present.item.id}
              {...{ store, things, barred, onSeek, onFind, ...draft.present }}
              onChange={draft.change}
              onSave={() => void draft.save().then((saved) => setView({ at: 'queue', saved }))}
            />
          )}
        </>
      ) : (
        <QueueView
          {...{ store, items, progress, capacity, saved: view.saved }}
          onEdit={(id) => void draft.take(id).then(toForm)}
          onNext={toForm}
        />
      )}
      <Foot {...props} things={things} />
    </main>
  );
};
