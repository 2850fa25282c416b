import type { EntryProps } from '../../../forms/act';
import { draftsIn, type Draft } from '../../../forms/draft';
import { UploadEntry } from '../../../forms/upload-entry';
import css from '../../../forms/act-panel.module.css';
import { useFinding } from './finding-act';

/** The measures of the plan, each with what shows that it is done. */
export const MeasuresDoneEntry = ({ field, value, onChange, faults, at }: EntryProps) => {
  const measures = useFinding()?.rectification?.measures ?? [];
  const entered = draftsIn(value);
  const drafts = measures.map((_, place): Draft => entered[place] ?? { evidence: [] });
  const evidence = field.parts?.[0];
  return (
    <ol className={css.conditions}>
      {evidence &&
        measures.map(({ measure, standard }, place) => (
          <li key={`${measure} ${standard}`} className={css.condition}>
            <p>
              {measure} · {standard}
            </p>
            <UploadEntry
              field={evidence}
              value={drafts[place]?.evidence}
              onChange={(ids) =>
                onChange(drafts.map((one, n) => (n === place ? { ...one, evidence: ids ?? [] } : one)))
              }
              faults={faults}
              at={`${at}.${String(place)}.evidence`}
            />
          </li>
        ))}
    </ol>
  );
};
