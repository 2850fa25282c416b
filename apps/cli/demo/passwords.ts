import { accountOf } from '#contexts/grants';
import type { CastPerson } from '#platform/identity';
import { comparableName, oneTimePassword } from '#platform/sign-in';
import type { Door } from '../../api/auth/door.js';
import type { Language } from './fill.js';
import { SIGNING_IN } from './story/accounts.js';

/** Somebody of the cast, and what they sign in with. */
interface Shown {
  readonly name: string;
  readonly password: string;
  readonly role: string;
  /** What they are called in the language that the story was told in. */
  readonly person: string;
}

const nameOf = ({ name }: CastPerson): string => comparableName(name.en.replaceAll(' ', '.'));

/**
 * A password for everybody of the story who has none yet. They are random, and keep: whoever loads the demo is all of these people.
 */
export const givePasswords = async (
  { credentials, passwords, now }: Pick<Door, 'credentials' | 'passwords' | 'now'>,
  language: Language,
): Promise<readonly Shown[]> => {
  const shown: Shown[] = [];
  for (const person of SIGNING_IN) {
    const account = accountOf(person.id);
    if (await credentials.of(account)) continue;
    const [name, password] = [nameOf(person), oneTimePassword()];
    const secret = await passwords.secretOf(password);
    const isNew = await credentials.add({ account, name, secret, mustChange: false }, now());
    if (isNew) shown.push({ name, password, role: person.as, person: person.name[language] });
  }
  return shown;
};
