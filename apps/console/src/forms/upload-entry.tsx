import { useId, useRef, type DragEvent } from 'react';
import { shortDigest } from '../lib/digest';
import { Button } from '../ui/button';
import { Status } from '../ui/status';
import text from '../ui/text.module.css';
import { useWords } from '../words/use-words';
import type { EntryProps } from './act';
import css from './form.module.css';
import { useLabel } from './label';
import { useUploads, type Chosen } from './use-uploads';

/** What the API takes, by its bytes; here by what the file is called. */
const TAKEN = 'image/jpeg,image/png,image/webp,image/heic,application/pdf,video/mp4,.docx,.xlsx';

/** Files that prove something: chosen, dropped or pasted, and sent at once. */
export const UploadEntry = ({ field, onChange, faults, at }: EntryProps) => {
  const { t } = useWords();
  const label = useLabel();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { files, add, again, remove } = useUploads(onChange);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  };
  const wrong = faults.get(at);
  const isWaiting = files.some((one) => one.id === undefined);
  return (
    <div className={css.upload} role="group" aria-labelledby={id}>
      <p className={css.label} id={id}>
        {label(field.label)}
        <span className={css.aside}>{t('upload.limit')}</span>
      </p>
      <div
        className={css.drop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
        onPaste={({ clipboardData }) => add(clipboardData.files)}
        // Pasting needs somewhere to be.
        tabIndex={0}
        role="group"
        aria-label={t('upload.drop')}
      >
        <Button small onClick={() => input.current?.click()}>
          {t('upload.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={TAKEN}
          aria-label={label(field.label)}
          onChange={({ target }) => {
            add(target.files ?? []);
            target.value = '';
          }}
        />
        <span>{t('upload.drop')}</span>
      </div>
      <ul aria-live="polite">
        {files.map((one) => (
          <FileLine key={one.key} one={one} onAgain={() => again(one)} onRemove={() => remove(one.key)} />
        ))}
      </ul>
      {wrong !== undefined && <p className={css.wrong}>● {isWaiting ? t('upload.wait') : wrong}</p>}
    </div>
  );
};

interface LineProps {
  readonly one: Chosen;
  readonly onAgain: () => void;
  readonly onRemove: () => void;
}

const Standing = ({ one: { file, id, failure, sent } }: Pick<LineProps, 'one'>) => {
  const { t } = useWords();
  if (failure) return <Status kind="failed">{failure.message ?? t('upload.cut')}</Status>;
  if (id !== undefined) return <Status kind="closed">{t('upload.kept')}</Status>;
  return t('upload.sending', { n: file.size === 0 ? 0 : Math.floor((sent / file.size) * 100) });
};

const FileLine = ({ one, onAgain, onRemove }: LineProps) => {
  const { t } = useWords();
  const { file, digest, failure } = one;
  return (
    <li className={css.file}>
      <span>
        {file.name}
        <span className={text.mono}>
          {digest !== undefined && `sha256 ${shortDigest(digest)} · `}
          {t('upload.size', { n: Math.ceil(file.size / 1024) })}
        </span>
      </span>
      <span>
        <Standing one={one} />
        {failure && (
          <Button kind="text" small onClick={onAgain}>
            {t('upload.again')}
          </Button>
        )}
        <Button kind="text" small onClick={onRemove}>
          {t('form.part.remove')}
        </Button>
      </span>
    </li>
  );
};
