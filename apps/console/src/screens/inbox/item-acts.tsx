import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../ui/button';
import { useWords } from '../../words/use-words';
import css from './inbox.module.css';
import type { Item } from './query';

/** Comes with the first order that is acknowledged. */
const AcknowledgeForm = lazy(() =>
  import('./acknowledge-form').then(({ AcknowledgeForm: loaded }) => ({ default: loaded })),
);

const ORDER = ['acknowledgeRectification', 'reportCompletion', 'submitPlan', 'reportImmediateFix'] as const;

/** What the viewer may do about it: one or two buttons. */
export const ItemActs = ({ item, isFirst }: { readonly item: Item; readonly isFirst: boolean }) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const [isOpen, open] = useState(false);
  const doable = ORDER.filter((name) => item.viewerCan.some(({ command, allowed }) => command === name && allowed));
  const act = (name: (typeof ORDER)[number]) => {
    if (name === 'acknowledgeRectification') open(true);
    else if (name === 'reportCompletion') void navigate({ to: '/inbox/$id/complete', params: { id: item.id } });
    else void navigate({ to: '/findings/$id', params: { id: item.id }, search: { act: name } });
  };
  if (isOpen)
    return (
      <Suspense fallback={null}>
        <AcknowledgeForm id={item.id} onClose={() => open(false)} />
      </Suspense>
    );
  return (
    <p className={css.acts}>
      {doable.map((name, place) => (
        <Button
          key={name}
          {...(place > 0 ? { kind: 'text' } : isFirst && { kind: 'primary' })}
          onClick={() => act(name)}
        >
          {t(`inbox.do.${name}`)}
        </Button>
      ))}
    </p>
  );
};
