import importDirective from 'act:importDirective';
import { useNavigate } from '@tanstack/react-router';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import type { Draft } from '../../forms/draft';
import { useWords } from '../../words/use-words';
import { ClauseMapEntry } from '../directive/acts/clause-map-entry';
import { OfDocument } from './of-document';
import type { Document } from './query';
import { QuestionsEntry } from './questions-entry';
import { TakenEntry } from './taken-entry';

const ACT: Act = {
  ...importDirective,
  given: ['importId', 'document'],
  entries: { clauses: TakenEntry, clauseMap: ClauseMapEntry, answers: QuestionsEntry },
};

const daysIn = ({ dated }: Document): Draft =>
  dated ? { year: String(dated.year ?? ''), month: String(dated.month), day: String(dated.day) } : {};

interface Props {
  readonly importId: string;
  readonly place: number;
  readonly document: Document;
}

/** What a clerk says of a document that was found: all that the server read stands in it to begin with. */
export const ImportForm = ({ importId, place, document }: Props) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const begin = {
    ...{ importId, document: String(place), title: document.title, dated: daysIn(document) },
    clauses: document.clauses.map(({ order }): Draft => ({ order: String(order) })),
  };
  return (
    <OfDocument value={document}>
      <ActForm
        act={ACT}
        about={importId}
        title={t('imports.directive')}
        verb={t('imports.directive.do')}
        begin={begin}
        onRecorded={({ id }) => void navigate({ to: '/directives/$id', params: { id } })}
        onClose={() => void navigate({ to: '/directives' })}
      />
    </OfDocument>
  );
};
