import { Link } from '@tanstack/react-router';
import { useMay } from '../../api/use-may';
import { useWords } from '../../words/use-words';

const NEW = [
  { command: 'registerMeeting', to: '/meetings/new', name: 'meetings.new' },
  { command: 'importNotice', to: '/imports/new', name: 'imports.new' },
  { command: 'registerLateEntry', to: '/late-entries/new', name: 'late.new' },
  { command: 'registerLedger', to: '/late-entries/new', name: 'late.ledger', search: { on: 'ledger' } },
  { command: 'draftDirective', to: '/directives/new', name: 'draft.new' },
] as const;

type Command = (typeof NEW)[number]['command'];

/** The ways to what can be begun here, for those who may. */
export const NewLinks = ({ only }: { readonly only: readonly Command[] }) => {
  const { t } = useWords();
  const may = useMay(...only);
  return NEW.filter(({ command }) => only.includes(command) && may(command)?.allowed).map(
    ({ command, to, name, ...way }) => (
      <Link key={command} to={to} {...way}>
        {t(name)}
      </Link>
    ),
  );
};
