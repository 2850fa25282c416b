import importNotice from 'act:importNotice';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { ActForm } from '../../forms/act-form';
import { Beginning } from '../../forms/beginning';
import { Button } from '../../ui/button';
import { Page } from '../../ui/page';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useWords } from '../../words/use-words';
import css from './import-new.module.css';
import { noticeIn, type NoticeFile } from './notice-file';

/** A notice comes in: as a file, or as a text that is pasted. */
export const ImportNew = () => {
  const { t } = useWords();
  const navigate = useNavigate();
  const [file, setFile] = useState<NoticeFile>();
  const begin = file?.text === undefined ? {} : { fileName: file.name, text: file.text };
  return (
    <Page title={t('imports.new')} note={t('imports.new.note')}>
      <div className={css.form}>
        <Beginning command="importNotice">
          <Chooser file={file} onFile={setFile} />
          <ActForm
            // Another file is another form: its text takes the place of what stood there.
            key={file?.chosen ?? 0}
            act={importNotice}
            title={t('imports.new')}
            verb={t('imports.new.do')}
            begin={begin}
            onRecorded={({ id }) => void navigate({ to: '/imports/$id', params: { id } })}
            onClose={() => void navigate({ to: '/imports' })}
          />
        </Beginning>
      </div>
    </Page>
  );
};

interface Props {
  readonly file: NoticeFile | undefined;
  readonly onFile: (file: NoticeFile) => void;
}

const Chooser = ({ file, onFile }: Props) => {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const choose = async (chosen: File | undefined) => {
    if (chosen) onFile(await noticeIn(chosen, (file?.chosen ?? 0) + 1));
  };
  return (
    <div className={css.chooser}>
      <Button small onClick={() => input.current?.click()}>
        {t('imports.file')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,text/plain"
        aria-label={t('imports.file')}
        onChange={({ target }) => {
          void choose(target.files?.[0]);
          target.value = '';
        }}
      />
      <span className={text.note}>{t('imports.file.note')}</span>
      <span role="alert">
        {file && file.text === undefined && (
          <Status kind="failed">{t('imports.file.notText', { name: file.name })}</Status>
        )}
      </span>
    </div>
  );
};
