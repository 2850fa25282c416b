import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/use-may';
import { useWords } from '../../words/use-words';

const NEW = [
  { command: 'registerMeeting', to: '/meetings/new', name: 'meetings.new' },
  { command: 'importNotice', to: '/imports/new', name: 'imports.new' },
  { command: 'draftDirective', to: '/directives/new', name: 'draft.new' },
] as const;

type Command = (typeof NEW)[number]['command'];

/** The ways to what can be begun here, for those who may. */
export const NewLinks = ({ only }: { readonly only: readonly Command[] }) => {
  const { t } = useWords();
  const may = useMay(...only);
  return NEW.filter(({ command }) => only.includes(command) && may(command)?.allowed).map(({ to, name }) => (
    <Link key={to} to={to}>
      {t(name)}
    </Link>
  ));
};
