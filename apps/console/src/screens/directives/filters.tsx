import statuses from 'labels:DirectiveStatus';
import urgencies from 'labels:Urgency';
import { labelOf } from '../../lib/label';
import { Choice } from '../../ui/choice';
import { SearchField } from '../../ui/search-field';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import { STATUSES, URGENCIES, type DirectiveStatus, type Urgency } from './which';

/** What of the list stands in the address. */
export interface Narrowed {
  readonly text?: string | undefined;
  readonly status?: DirectiveStatus | undefined;
  readonly urgency?: Urgency | undefined;
  readonly awaiting?: 'me' | undefined;
}

interface Props {
  readonly narrowed: Narrowed;
  readonly onAsk: (part: Narrowed) => void;
}

/** By what the list is narrowed. */
export const Filters = ({ narrowed: { text, status, urgency, awaiting }, onAsk }: Props) => {
  const { t, language } = useWords();
  return (
    <>
      <SearchField
        key={text}
        label={t('directives.search')}
        value={text}
        onSearch={(words) => onAsk({ text: words })}
      />
      <Choice
        label={t('directives.status')}
        any={t('directives.any')}
        value={status}
        options={STATUSES.map((value) => ({ value, label: labelOf(statuses, value, language) }))}
        onChange={(value) => onAsk({ status: value })}
      />
      <Choice
        label={t('directives.urgency')}
        any={t('directives.any')}
        value={urgency}
        options={URGENCIES.map((value) => ({ value, label: labelOf(urgencies, value, language) }))}
        onChange={(value) => onAsk({ urgency: value })}
      />
      <Segmented
        label={t('directives.which')}
        value={awaiting ?? 'all'}
        options={(['all', 'me'] as const).map((value) => ({ value, label: t(`directives.which.${value}`) }))}
        onChange={(value) => onAsk({ awaiting: value === 'all' ? undefined : value })}
      />
    </>
  );
};
