import { Button } from '../../ui/button';
import { Segmented } from '../../ui/segmented';
import { useWords } from '../../words/use-words';
import { VIEWS, type Choices, type Choose } from './choices';
import css from './tools.module.css';

interface Props {
  readonly chosen: Choices;
  readonly choose: Choose;
  readonly onJump: (position: string) => void;
}

/** How the record is looked at: what is looked for, in which order, in which view, and the way to a number. */
export const Tools = ({ chosen, choose, onJump }: Props) => {
  const { t } = useWords();
  const order = chosen.order ?? 'asc';
  return (
    <div className={css.tools}>
      <input
        type="search"
        className={css.text}
        aria-label={t('history.search')}
        placeholder={t('history.search')}
        value={chosen.text ?? ''}
        onChange={({ target }) => choose({ text: target.value === '' ? undefined : target.value })}
      />
      <form
        className={css.jump}
        onSubmit={(event) => {
          event.preventDefault();
          const { position } = Object.fromEntries(new FormData(event.currentTarget));
          if (typeof position === 'string') onJump(position.replace('#', ''));
        }}
      >
        <input name="position" inputMode="numeric" size={5} aria-label={t('history.jump')} placeholder="#" />
      </form>
      <Button
        kind="text"
        small
        aria-label={t('history.order', { order: t(`history.order.${order}`) })}
        onClick={() => choose({ order: order === 'asc' ? 'desc' : undefined })}
      >
        {t(`history.order.${order}`)}
      </Button>
      <Segmented
        label={t('history.view')}
        value={chosen.view ?? 'story'}
        options={VIEWS.map((value) => ({ value, label: t(`history.view.${value}`) }))}
        onChange={(view) => choose({ view: view === 'story' ? undefined : view })}
      />
    </div>
  );
};
