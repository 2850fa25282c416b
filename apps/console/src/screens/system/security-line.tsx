import events from 'labels:SecurityEvent';
import { labelOf } from '../../lib/label';
import { Status } from '../../ui/status';
import text from '../../ui/text.module.css';
import { useDoorTelling } from '../../words/use-telling';
import { useWords } from '../../words/use-words';
import { useName } from '../access/use-name';
import type { Entry } from './query';

/** What somebody should look at: a lock, a reuse, too much, another site. */
const NOTABLE: readonly Entry['event'][] = [
  ...(['authn_login_lock', 'authn_token_reuse', 'excess_rate_limit_exceeded', 'input_validation_fail'] as const),
  ...(['malicious_cors', 'session_use_after_expire', 'sys_monitor_disabled'] as const),
];

/** One line of the security log. */
export const SecurityLine = ({ entry }: { readonly entry: Entry }) => {
  const { language } = useWords();
  const telling = useDoorTelling();
  const name = useName();
  const { at, event, about, by, operation, code, count } = entry;
  const said = labelOf(events, event, language);
  return (
    <tr>
      <td className={text.number}>{telling.moment(at)}</td>
      <td className={text.number}>{NOTABLE.includes(event) ? <Status kind="partial">{said}</Status> : said}</td>
      <td>{name(about)}</td>
      <td>{name(by)}</td>
      <td className={text.mono}>{[operation, code].filter((part) => part !== null).join(' · ')}</td>
      <td>{count === null ? '' : `× ${String(count)}`}</td>
    </tr>
  );
};
