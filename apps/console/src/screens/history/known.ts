import directiveStates from 'labels:DirectiveStatus';
import classes from 'labels:FindingClass';
import stages from 'labels:FindingStage';
import severities from 'labels:Severity';
import { labelOf } from '../../lib/label';
import type { Language } from '../../lib/language';
import type { Telling } from '../../lib/time';
import { PARTIES, type Party } from '../../ui/marks';
import type { Say } from '../../words/use-words';
import type { Known, KnownPoint } from './state-query';

/** One thing that was known of a record's subject at a moment. */
export interface KnownFact {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  /** Nobody holds what somebody has to. */
  readonly isHole?: boolean;
}

/** In whose words it is told. */
export interface Teller {
  readonly t: Say;
  readonly language: Language;
  readonly telling: Telling;
}

type Named = { readonly label: string | null } | null | undefined;
type Holder = { readonly organisation: Named; readonly person: Named } | null | undefined;

const nameOf = (one: Named): string => one?.label ?? '';
const whoIn = (holder: Holder): string => nameOf(holder?.person) || nameOf(holder?.organisation);

const cellFact = (point: KnownPoint, party: Party, { t }: Teller): KnownFact => {
  const { state, lead } = point[party];
  const who = whoIn(lead);
  const said = {
    HELD: who,
    PROPOSED: t('history.proposed', { who }),
    UNHELD: t('history.nobody'),
    NOT_REQUIRED: '—',
    WAIVED: t('history.waived'),
  }[state];
  return { key: party, name: t(`party.${party}`), value: said, isHole: state === 'UNHELD' };
};

const partyFacts = ({ finding, dutyPoint }: Known, teller: Teller): readonly KnownFact[] => {
  if (dutyPoint) return PARTIES.map((party) => cellFact(dutyPoint, party, teller));
  if (!finding) return [];
  const holder = (party: Party) => finding.answerable.find((one) => one.party === party);
  return PARTIES.map((party) => ({
    key: party,
    name: teller.t(`party.${party}`),
    value: whoIn(holder(party)) || '—',
  }));
};

const stateOf = ({ finding, dutyPoint, directive }: Known, { t, language }: Teller): string => {
  if (finding) return labelOf(stages, finding.status, language);
  if (directive) return labelOf(directiveStates, directive.status, language);
  if (!dutyPoint) return t('history.notYet');
  return dutyPoint.retiredAt ? t('history.retired') : t('history.inForce');
};

type CaseField =
  'severity' | 'class' | 'description' | 'place' | 'unit' | 'acceptor' | 'standard' | 'measures' | 'rootCause' | 'fix';
type Case = NonNullable<Known['finding']>;

const named = (facts: readonly (readonly [key: CaseField, value: string])[], { t }: Teller): readonly KnownFact[] =>
  facts.map(([key, value]) => ({ key, name: t(`field.${key}`), value }));

const fixFacts = ({ rectification: fix }: Case, teller: Teller): readonly KnownFact[] => {
  if (!fix) return [];
  const measures = fix.measures.map(({ measure }) => measure).join('\n');
  return named(
    [
      ['unit', nameOf(fix.unit)],
      ['acceptor', nameOf(fix.acceptor)],
      ['standard', fix.standard],
      ['measures', measures],
      ['rootCause', fix.rootCause ?? ''],
      ['fix', fix.fix ?? ''],
    ],
    teller,
  );
};

const caseFacts = ({ finding }: Known, teller: Teller): readonly KnownFact[] => {
  if (!finding) return [];
  const { t, language, telling } = teller;
  const { rectification: fix } = finding;
  const seen = named(
    [
      ['severity', labelOf(severities, finding.severity, language)],
      ['class', labelOf(classes, finding.class, language)],
      ['description', finding.description],
      ['place', finding.place],
    ],
    teller,
  );
  const due = { key: 'due', name: t('history.deadline'), value: fix ? telling.due(fix.dueAt) : '—' };
  return [due, ...seen, ...fixFacts(finding, teller)];
};

const pointFacts = ({ finding, dutyPoint }: Known, { t }: Teller): readonly KnownFact[] => {
  if (!dutyPoint || finding) return [];
  const fact = (key: 'step' | 'standard' | 'place', value: string | null) => ({
    key,
    name: t(`field.${key}`),
    value: value ?? '',
  });
  return [fact('place', dutyPoint.place), fact('step', dutyPoint.step), fact('standard', dutyPoint.standard)];
};

const directiveFacts = ({ directive }: Known, { t, telling }: Teller): readonly KnownFact[] =>
  directive
    ? [
        { key: 'issuer', name: t('field.issuer'), value: nameOf(directive.issuer) },
        { key: 'number', name: t('directive.facts.number'), value: directive.number ?? '' },
        {
          key: 'issuedAt',
          name: t('field.issuedAt'),
          value: directive.issuedAt ? telling.moment(directive.issuedAt) : '—',
        },
        { key: 'title', name: t('field.title'), value: directive.title },
        { key: 'text', name: t('field.text'), value: directive.text },
      ]
    : [];

/** What was known of it, fact by fact, in the order in which it is told. */
export const factsOf = (known: Known, teller: Teller): readonly KnownFact[] => [
  { key: 'state', name: teller.t('history.state'), value: stateOf(known, teller) },
  ...partyFacts(known, teller),
  ...caseFacts(known, teller),
  ...pointFacts(known, teller),
  ...directiveFacts(known, teller),
];

/** What it is called: by what it says of itself, which is longer than its label. */
export const titleOf = ({ finding, dutyPoint, directive }: Known): string | undefined =>
  finding?.description ?? directive?.title ?? dutyPoint?.step;
