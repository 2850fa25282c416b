import css from './field.module.css';
import { useSay } from './say';

/** The one button, always in reach; it says why where it does nothing. */
export const SaveBar = ({ barred }: { readonly barred: string | undefined }) => {
  const { t } = useSay();
  return (
    <div className={css.bar}>
      <div>
        <button type="submit" form="finding" className={css.primary} disabled={barred !== undefined}>
          {t('phone.save')}
        </button>
        <span className={css.hint} role={barred === undefined ? undefined : 'status'}>
          {barred ?? t(isSecureContext ? 'phone.save.hint' : 'phone.save.online')}
        </span>
      </div>
    </div>
  );
};
