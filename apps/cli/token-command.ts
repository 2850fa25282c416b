import { parseArgs } from 'node:util';
import { CAST, claims, claimsOf, developmentToken, type Claims, type KeyPair } from '#platform/identity';

const HELP = `npm run token -- --as NAME [--hours 12]
npm run token -- --person ID --org ID --roles a,b [--post ID] [--territory ID] [--path PATH] [--hours 12]

NAME is one of: ${CAST.map(({ as }) => as).join(', ')}
With --as, the other options replace what that person's token says.`;

/** A mistake in how the command was called. */
class Usage extends Error {}

const OPTIONS = {
  as: { type: 'string' },
  hours: { type: 'string', default: '12' },
  person: { type: 'string' },
  post: { type: 'string' },
  org: { type: 'string' },
  territory: { type: 'string' },
  path: { type: 'string' },
  roles: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

const options = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, strict: true }).values;
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : 'cannot read the options');
  }
};

type Options = ReturnType<typeof options>;

const cast = (name: string | undefined): Partial<Claims> => {
  if (name === undefined) return {};
  const person = CAST.find(({ as }) => as === name);
  if (!person) throw new Usage(`nobody is called "${name}" 未知身份`);
  return claimsOf(person);
};

/** What the options say themselves, beside the name; what is not said is left out. */
const said = ({ person, post, org, territory, path, roles }: Options): object =>
  JSON.parse(
    JSON.stringify({
      personId: person,
      postId: post,
      orgId: org,
      territoryId: territory,
      territory: path,
      roles: roles?.split(',').map((role) => role.trim()),
    }),
  ) as object;

const asked = (chosen: Options): Claims => {
  if (chosen.as === undefined && chosen.person === undefined)
    throw new Usage('say who, with --as or --person 请指定身份');
  const parsed = claims.safeParse({ territory: '', ...cast(chosen.as), ...said(chosen) });
  if (parsed.success) return parsed.data;
  throw new Usage(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
};

const validity = (hours: string): number => {
  const number = Number(hours);
  if (!(number > 0 && number <= 24 * 365)) throw new Usage(`--hours must be between 0 and 8760, not "${hours}"`);
  return number;
};

/** What the command answers: words for people, the token for whatever comes next in the pipe, and the exit code. */
export interface Answer {
  readonly words: string;
  readonly token?: string;
  readonly code: 0 | 2;
}

/** A signed development token for whom the arguments name; a mistake in them is answered with the help and code 2. */
export const tokenCommand = async (args: readonly string[], keys: () => Promise<KeyPair>): Promise<Answer> => {
  try {
    const chosen = options(args);
    if (chosen.help) return { words: HELP, code: 0 };
    const who = asked(chosen);
    const hours = validity(chosen.hours);
    const token = await developmentToken(who, await keys(), { hours });
    const until = new Date(Date.now() + hours * 3_600_000).toISOString();
    const words = `Development token for ${who.roles.join(', ')}, valid until ${until} 开发令牌\n${who.personId} of ${who.orgId}`;
    return { words, token, code: 0 };
  } catch (error) {
    if (error instanceof Usage) return { words: `${error.message}\n\n${HELP}`, code: 2 };
    throw error;
  }
};
