import { prefer, usePreferences } from '../lib/preferences';
import { placesFor, type Place } from '../screens/registry';
import { useSession } from '../session/session';
import { Dialog } from '../ui/dialog';
import type { Key } from '../words/catalogue';
import { useWords } from '../words/use-words';
import css from './keys-sheet.module.css';

type Meaning = readonly [keys: string, meaning: Extract<Key, `keys.${string}` | `nav.${string}`>];

/** What keys mean on the screens that have some of their own. */
const ON_SCREENS: readonly Meaning[] = [
  ['N', 'keys.new'],
  ['J K', 'keys.rows'],
  ['U', 'keys.gap'],
  ['A', 'keys.assign'],
  ['B', 'keys.break'],
  ['[ ]', 'keys.event'],
  [', .', 'keys.moment'],
  ['D', 'keys.difference'],
  ['V', 'keys.check'],
  ['1 – 4', 'keys.views'],
];

/** Everywhere, then on single screens. */
const keysTo = (places: readonly Place[]): readonly Meaning[] => [
  ['/', 'keys.search'],
  ['?', 'keys.help'],
  ['Esc', 'keys.escape'],
  ...places.map(({ code, name }) => [`G ${code.slice('Key'.length)}`, name] as const),
  ...ON_SCREENS,
];

/** What keys do, and how to do without them. */
export const KeysSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWords();
  const { grants } = useSession().me;
  const { keys, text } = usePreferences();
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <dl className={css.keys}>
        {keysTo(placesFor(grants)).map(([key, meaning]) => (
          <div key={key} className={css.key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className={css.likes}>
        <label>
          <input
            type="checkbox"
            checked={keys === 'off'}
            onChange={({ target }) => prefer({ keys: target.checked ? 'off' : 'on' })}
          />
          {t('keys.off')}
        </label>
        <label>
          <input
            type="checkbox"
            checked={text === 'large'}
            onChange={({ target }) => prefer({ text: target.checked ? 'large' : 'normal' })}
          />
          {t('keys.large')}
        </label>
      </p>
    </Dialog>
  );
};
