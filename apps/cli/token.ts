import { parseArgs } from 'node:util';
import { CAST, claims, claimsOf, developmentKeys, developmentToken, type Claims } from '#platform/identity';

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

const cast = (name: string | undefined): Partial<Claims> => {
  if (name === undefined) return {};
  const person = CAST.find(({ as }) => as === name);
  if (!person) throw new Usage(`nobody is called "${name}" 未知身份`);
  return claimsOf(person);
};

const asked = ({ as, person, post, org, territory, path, roles }: ReturnType<typeof options>): Claims => {
  if (as === undefined && person === undefined) throw new Usage('say who, with --as or --person 请指定身份');
  const said = Object.entries({
    personId: person,
    postId: post,
    orgId: org,
    territoryId: territory,
    territory: path,
    roles: roles?.split(',').map((role) => role.trim()),
  }).filter(([, value]) => value !== undefined);
  const parsed = claims.safeParse({ territory: '', ...cast(as), ...Object.fromEntries(said) });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Usage(`${issue?.path.join('.') ?? 'token'}: ${issue?.message ?? 'invalid'}`);
};

const validity = (hours: string): number => {
  const number = Number(hours);
  if (!(number > 0 && number <= 24 * 365)) throw new Usage(`--hours must be between 0 and 8760, not "${hours}"`);
  return number;
};

/** Prints a signed development token; words for people go to standard error, the token is the last line of standard output. */
const main = async (args: readonly string[]): Promise<void> => {
  const chosen = options(args);
  if (chosen.help) {
    console.error(HELP);
    return;
  }
  const who = asked(chosen);
  const hours = validity(chosen.hours);
  const keys = await developmentKeys(process.env['DATA_DIR'] ?? '.data');
  const until = new Date(Date.now() + hours * 3_600_000).toISOString();
  console.error(`Development token for ${who.roles.join(', ')}, valid until ${until} 开发令牌`);
  console.error(`${who.personId} of ${who.orgId}`);
  console.log(await developmentToken(who, keys, { hours }));
};

main(process.argv.slice(2)).catch((error: unknown) => {
  const usage = error instanceof Usage;
  console.error(
    usage ? `${error.message}\n\n${HELP}` : `No token: ${error instanceof Error ? error.message : 'unknown'}`,
  );
  process.exitCode = usage ? 2 : 1;
});
