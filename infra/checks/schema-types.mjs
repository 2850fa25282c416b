import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, run } from './tools.mjs';

const made = join(root, 'apps/console/src/api/schema-types.d.ts');
const mark = join(root, 'node_modules/.cache/schema-types.sha256');

export const CONSOLE = 'apps/console/tsconfig.json';

/** Of which schema the types were made. */
const digest = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'apps/api/schema.graphql')))
    .digest('hex');

const isCurrent = (schema) => existsSync(made) && existsSync(mark) && readFileSync(mark, 'utf8') === schema;

/** Makes the types that the console's queries are checked by, unless they are there; they are not kept in the repository. */
export const makeSchemaTypes = async () => {
  const schema = digest();
  if (isCurrent(schema)) return;
  const { ok, stdout, stderr } = await run({ tool: 'gql.tada', args: ['generate-output', '--tsconfig', CONSOLE] });
  if (!ok) throw new Error(`the types of the schema were not made:\n${stdout}${stderr}`);
  mkdirSync(dirname(mark), { recursive: true });
  writeFileSync(mark, schema);
};

if (process.argv[1] === import.meta.filename) await makeSchemaTypes();
