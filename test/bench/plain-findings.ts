// The rival, a process of its own: the page's statement through `pg`, the shown fields of each row as JSON, and nothing else.
import fastify from 'fastify';
import { Pool } from 'pg';
import { FIELDS, NESTED, PAGE, type Shown, type Statement } from './findings-page.js';

const pick = (row: Shown, fields: readonly string[]): Shown =>
  Object.fromEntries(fields.map((field) => [field, row[field]]));

const main = async (url: string, statement: Statement) => {
  const pool = new Pool({ connectionString: url, max: 10 });
  const app = fastify();
  app.get('/', async () => {
    const { rows } = await pool.query<{ text: string }>(statement.text, [...statement.values]);
    return rows.slice(0, PAGE).map((found) => {
      const row = JSON.parse(found.text) as Shown & { readonly rectification: Shown };
      return { ...pick(row, FIELDS), rectification: pick(row.rectification, NESTED) };
    });
  });
  console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
  process.on('SIGTERM', () => process.exit(0));
};

const [url = '', statement = '{}'] = process.argv.slice(2);
main(url, JSON.parse(statement) as Statement).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
