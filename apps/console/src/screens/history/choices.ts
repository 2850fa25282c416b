import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { oneOf, textIn, type Raw } from '../../lib/address';

export const VIEWS = ['story', 'list', 'graph', 'raw'] as const;
export type View = (typeof VIEWS)[number];
export const TABS = ['data', 'diff', 'check'] as const;
export type Tab = (typeof TABS)[number];

/** What is chosen on the screen, as it stands in the address; lists are parted by commas. */
export interface Choices {
  readonly event?: string | undefined;
  readonly view?: View | undefined;
  readonly tab?: Tab | undefined;
  /** With what an event is compared: `prev`, `now`, or the position of another one. */
  readonly base?: string | undefined;
  readonly order?: 'desc' | undefined;
  readonly text?: string | undefined;
  readonly phase?: string | undefined;
  readonly who?: string | undefined;
  readonly worth?: string | undefined;
}

export const choicesIn = (raw: Raw): Choices => ({
  event: textIn(raw.event),
  view: oneOf(raw.view, VIEWS),
  tab: oneOf(raw.tab, TABS),
  base: textIn(raw.base),
  order: oneOf(raw.order, ['desc']),
  text: textIn(raw.text),
  phase: textIn(raw.phase),
  who: textIn(raw.who),
  worth: textIn(raw.worth),
});

/** The parts of a list in the address. */
export const listed = (text: string | undefined): readonly string[] => (text === undefined ? [] : text.split(','));

/** The list with one part put in, or taken out where it was in. */
export const toggled = (text: string | undefined, part: string): string | undefined => {
  const before = listed(text);
  const after = before.includes(part) ? before.filter((one) => one !== part) : [...before, part];
  return after.length === 0 ? undefined : after.join(',');
};

/** What is chosen, and how to choose otherwise: the address says it, and nothing is left behind in the browser's history. */
export const useChoices = () => {
  const chosen = useSearch({ from: '/history/$id' });
  const navigate = useNavigate();
  const choose = useCallback(
    (part: Choices & { readonly asOf?: string | undefined }) =>
      void navigate({ to: '.', search: (before: object) => ({ ...before, ...part }), replace: true }),
    [navigate],
  );
  return { chosen, choose };
};
export type Choose = ReturnType<typeof useChoices>['choose'];
