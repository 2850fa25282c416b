import kinds from 'labels:OrganisationKind';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { labelOf } from '../../lib/label';
import { Choice } from '../../ui/choice';
import { SearchField } from '../../ui/search-field';
import { useWords } from '../../words/use-words';
import { DirectoryTabs } from '../people/directory-tabs';
import { KINDS } from './which';

/** By what the bodies are narrowed. */
export const Filters = () => {
  const { t, language } = useWords();
  const navigate = useNavigate();
  const search = useSearch({ from: '/bodies' });
  const ask = (part: Partial<typeof search>) => void navigate({ to: '/bodies', search: { ...search, ...part } });
  return (
    <>
      <DirectoryTabs />
      <SearchField
        key={search.text}
        label={t('bodies.search')}
        value={search.text}
        onSearch={(text) => ask({ text })}
      />
      <Choice
        label={t('bodies.kind')}
        any={t('directives.any')}
        value={search.kind}
        options={KINDS.map((value) => ({ value, label: labelOf(kinds, value, language) }))}
        onChange={(kind) => ask({ kind })}
      />
    </>
  );
};
