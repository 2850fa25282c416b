import { useNavigate } from '@tanstack/react-router';
import { Choice } from '../../ui/choice';
import { useTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import type { Order } from './query';

interface Props {
  readonly order: Order;
  readonly versions: readonly { readonly textVersion: number; readonly since: string | null }[];
}

/** Which version of the text is shown, where there were several on which others could build. */
export const Versions = ({ order, versions }: Props) => {
  const { t } = useWords();
  const telling = useTelling();
  const navigate = useNavigate();
  const open = versions.filter(({ since }) => since !== null);
  const present = versions.at(-1)?.textVersion;
  if (open.length < 2 || present === undefined) return null;
  const options = open.slice(0, -1).map(({ textVersion: n, since }) => ({
    value: String(n),
    label: t('directive.version.since', { n, at: telling.day(since ?? '') }),
  }));
  return (
    <Choice
      label={t('directive.version')}
      any={t('directive.version.n', { n: present })}
      value={order.textVersion === present ? undefined : String(order.textVersion)}
      options={options.toReversed()}
      onChange={(version) =>
        void navigate({
          to: '/directives/$id',
          params: { id: order.id },
          search: (before) => ({ ...before, version }),
        })
      }
    />
  );
};
