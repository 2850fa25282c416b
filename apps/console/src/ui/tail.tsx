import { useEffect, useRef } from 'react';
import { useWords } from '../words/use-words';
import { Button } from './button';

/** How far ahead of the end the next page is read. */
const AHEAD = '600px';

interface Props {
  readonly columns: number;
  readonly onReach: () => void;
}

/** The end of what was read: whoever comes near gets more, and so does whoever presses. */
export const Tail = ({ columns, onReach }: Props) => {
  const { t } = useWords();
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    const { current } = row;
    if (!current) return undefined;
    const observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && onReach(), {
      root: current.closest('main'),
      rootMargin: AHEAD,
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, [onReach]);
  return (
    <tbody>
      <tr ref={row}>
        <td colSpan={columns}>
          <Button onClick={onReach}>{t('more.load', { n: 50 })}</Button>
        </td>
      </tr>
    </tbody>
  );
};
