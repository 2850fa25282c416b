import { now } from '../lib/server-time';
import { useTelling } from '../words/use-telling';
import { useWords } from '../words/use-words';
import { Status, type StatusKind } from './status';

const DAY = 24 * 3_600_000;

const kindOf = (leftMs: number): StatusKind => {
  if (leftMs < 0) return 'overdue';
  return leftMs <= DAY ? 'near' : 'onTime';
};

/** How long there is, and until when; as of a moment, or of now. */
export const Due = ({ at, asOf }: { readonly at: string; readonly asOf?: string | undefined }) => {
  const { t } = useWords();
  const telling = useTelling(asOf);
  const left = Date.parse(at) - (asOf === undefined ? now().getTime() : Date.parse(asOf));
  const said = { span: telling.span(left), at: telling.due(at) };
  return <Status kind={kindOf(left)}>{left < 0 ? t('due.over', said) : t('due.left', said)}</Status>;
};
