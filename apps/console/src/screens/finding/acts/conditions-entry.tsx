import conditions from 'labels:TickedCondition';
import type { EntryProps } from '../../../forms/act';
import { draftsIn, textIn, textsIn, type Draft } from '../../../forms/draft';
import { labelOf } from '../../../lib/label';
import field from '../../../ui/field.module.css';
import { useWords } from '../../../words/use-words';
import css from '../../../forms/act-panel.module.css';
import type { Finding, Fix } from '../query';
import { useFinding } from './finding-act';

const every = Object.keys(conditions);

const filesOf = ({ measures, fixAfter, verifications }: Fix) => [
  ...measures.flatMap(({ done }) => done),
  ...fixAfter,
  ...verifications.flatMap(({ evidence }) => evidence),
];

/** What came after it was found: what merely shows how it was proves no fix. */
const proofsOf = ({ rectification: fix, addedEvidence }: Finding): readonly string[] => {
  const files = [...(fix ? filesOf(fix) : []), ...addedEvidence];
  return [...new Set(files.map(({ id }) => id))];
};

/** Each of the conditions, with what proves it, or why it does not apply. */
export const ConditionsEntry = ({ value, onChange, faults, at }: EntryProps) => {
  const finding = useFinding();
  const proofs = finding ? proofsOf(finding) : [];
  const entered = draftsIn(value);
  const drafts = every.map(
    (condition): Draft => entered.find((one) => one.condition === condition) ?? { condition, evidence: [] },
  );
  const put = (condition: string, part: Draft) =>
    onChange(drafts.map((one) => (one.condition === condition ? { ...one, ...part } : one)));
  return (
    <div className={css.conditions}>
      {drafts.map((draft, place) => (
        <Condition
          key={textIn(draft.condition)}
          draft={draft}
          proofs={proofs}
          wrong={faults.get(`${at}.${String(place)}.evidence`) ?? faults.get(`${at}.${String(place)}`)}
          onChange={(part) => put(textIn(draft.condition), part)}
        />
      ))}
      {faults.has(at) && <span className={field.wrong}>● {faults.get(at)}</span>}
    </div>
  );
};

interface ConditionProps {
  readonly draft: Draft;
  readonly proofs: readonly string[];
  readonly wrong: string | undefined;
  readonly onChange: (part: Draft) => void;
}

const Condition = ({ draft, proofs, wrong, onChange }: ConditionProps) => {
  const { t, language } = useWords();
  const chosen = textsIn(draft.evidence);
  const name = labelOf(conditions, textIn(draft.condition), language);
  const tick = (id: string, isOn: boolean) =>
    onChange({ evidence: isOn ? [...chosen, id] : chosen.filter((other) => other !== id) });
  return (
    <fieldset className={css.condition}>
      <legend>{name}</legend>
      <div className={css.files}>
        {proofs.map((id, n) => (
          <label key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={({ target }) => tick(id, target.checked)} />
            {t('finding.evidence.file', { n: n + 1 })}
          </label>
        ))}
      </div>
      <input
        className={field.input}
        aria-label={t('act.condition.notApplicable', { name })}
        placeholder={t('act.condition.notApplicable.short')}
        value={textIn(draft.notApplicable)}
        onChange={({ target }) => onChange({ notApplicable: target.value })}
      />
      {wrong !== undefined && <span className={field.wrong}>● {wrong}</span>}
    </fieldset>
  );
};
