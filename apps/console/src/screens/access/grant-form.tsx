import grantRole from 'act:grantRole';
import { useState } from 'react';
import type { Act } from '../../forms/act';
import { ActForm } from '../../forms/act-form';
import { asEntered, textIn, type Draft } from '../../forms/draft';
import { PostOfItsBody } from '../../forms/post-entry';
import { now } from '../../lib/server-time';
import { Sec } from '../../ui/sec';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import css from './access.module.css';

const GRANTEES = ['person', 'post'] as const;
type Grantee = (typeof GRANTEES)[number];

const LABELS: Readonly<Record<string, BothWords>> = {
  ...{ personId: ['被授权人', 'Who'], postId: ['岗位', 'Post'], postOrgId: ['机构', 'Body'] },
};

/** Once it is said to which of the two, that one has to be there. */
const asked: FormInput = {
  ...grantRole.input,
  fields: grantRole.input.fields.map((field) => {
    const label = LABELS[field.name];
    return label ? { ...field, label, isRequired: true } : field;
  }),
};
const without = (...names: readonly string[]): FormInput => ({
  ...asked,
  fields: asked.fields.filter(({ name }) => !names.includes(name)),
});

/** A person, or whoever is in a post: what belongs to the other one is neither shown nor sent. */
const ACTS: Readonly<Record<Grantee, Act>> = {
  person: { ...grantRole, input: without('postId', 'postOrgId') },
  post: { ...grantRole, input: without('personId'), entries: { postId: PostOfItsBody } },
};

const kept = ({ personId: _, postId: __, postOrgId: ___, ...rest }: Draft): Draft => rest;

interface Props {
  readonly onClose: () => void;
  /** Is told whose grants they are. */
  readonly onRecorded: (found: { readonly person?: string; readonly post?: string }) => void;
}

/** Grants a role. Over a county or more, and to administrators, a second person approves it. */
export const GrantForm = ({ onClose, onRecorded }: Props) => {
  const { t } = useWords();
  const [to, setTo] = useState<Grantee>('person');
  const [draft, setDraft] = useState<Draft>({ from: asEntered(now().toISOString()) });
  const { personId, postId } = draft;
  const done = () => onRecorded(to === 'person' ? { person: textIn(personId) } : { post: textIn(postId) });
  return (
    <Sec title={t('access.grant')}>
      <Segmented
        label={t('access.to')}
        value={to}
        options={GRANTEES.map((value) => ({ value, label: t(`access.to.${value}`) }))}
        onChange={(value) => {
          setDraft(kept(draft));
          setTo(value);
        }}
      />
      <p className={css.note}>{t('access.two')}</p>
      <ActForm
        key={to}
        act={ACTS[to]}
        title={t('access.grant')}
        verb={t('access.grant.do')}
        begin={draft}
        onDraft={setDraft}
        onRecorded={done}
        onClose={onClose}
      />
    </Sec>
  );
};
