import type { RefObject } from 'react';
import { useKeys } from '../lib/keys';

/** `J` and `K` go from row to row; Enter opens the one that one is at, because it is a link. */
export const useRowKeys = (table: RefObject<HTMLElement | null>): void => {
  const go = (step: 1 | -1) => () => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>('tbody a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at === -1 ? 0 : Math.min(Math.max(at + step, 0), links.length - 1);
    links[next]?.focus();
  };
  useKeys({ KeyJ: go(1), KeyK: go(-1) });
};
