import { ActForm } from '../../forms/act-form';
import { useWords } from '../../words/use-words';
import { rectifying } from '../finding/acts/rectifying';

/** The unit takes the order: nothing has to be said with it. */
export const AcknowledgeForm = ({ id, onClose }: { readonly id: string; readonly onClose: () => void }) => {
  const { t } = useWords();
  const verb = t('inbox.do.acknowledgeRectification');
  return (
    <ActForm
      act={rectifying.acknowledgeRectification}
      id={id}
      title={verb}
      verb={verb}
      onRecorded={onClose}
      onClose={onClose}
    />
  );
};
