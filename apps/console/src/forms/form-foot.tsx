import type { Failure } from '../api/failure';
import { useSession } from '../session/session';
import { Button } from '../ui/button';
import { useWords } from '../words/use-words';
import css from './form.module.css';

interface Props {
  readonly verb: string;
  readonly isSending: boolean;
  /** How many fields are still to be filled in. */
  readonly missing: number;
  /** Why it was not recorded, where no field is at fault. */
  readonly failure: Failure | undefined;
  readonly onClose: () => void;
}

/** Why it was not recorded, how it is recorded, and in whose name. */
export const FormFoot = ({ verb, isSending, missing, failure, onClose }: Props) => {
  const { t } = useWords();
  return (
    <>
      <div role="alert" className={css.wrong}>
        {missing > 0 && <p>● {t('form.missing', { count: missing })}</p>}
        {failure && <p>● {failure.message ?? t('form.noAnswer')}</p>}
        {failure?.id !== undefined && <p>{t('state.failed.id', { id: failure.id })}</p>}
      </div>
      <p className={css.acts}>
        <Button kind="primary" type="submit" disabled={isSending}>
          {verb}
        </Button>
        <Button kind="text" onClick={onClose}>
          {t('form.close')}
        </Button>
        <As />
      </p>
    </>
  );
};

const As = () => {
  const { t } = useWords();
  const { me } = useSession();
  const who = [me.organisation.label, me.post?.label, me.person.label].filter(Boolean);
  return <span className={css.as}>{t('form.as', { who: who.join(' · ') })}</span>;
};
