import { readFileSync } from 'node:fs';
import { buildSchema, isEnumType } from 'graphql';
import type { Plugin } from 'vite';

const PREFIX = 'labels:';
const HAN = /[\u2e80-\u9fff]/u;

export const halves = (description: string): readonly [zh: string, en: string] => {
  const words = description.trim().split(/\s+/);
  const from = words.findIndex((word) => HAN.test(word));
  if (from < 1) throw new Error(`not in both languages: ${description}`);
  // Some are whole sentences; a name has no full stop.
  const name = (part: readonly string[]) => part.join(' ').replace(/[.。]$/u, '');
  return [name(words.slice(from)), name(words.slice(0, from))];
};

/** `labels:NAME` is what the schema calls the values of an enum, in both languages: they stay beside their rules. */
export const labels = (schemaFile: string): Plugin => ({
  name: 'labels',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined;
    this.addWatchFile(schemaFile);
    const type = buildSchema(readFileSync(schemaFile, 'utf8')).getType(id.slice(PREFIX.length + 1));
    if (!isEnumType(type)) throw new Error(`no enum of the schema: ${id}`);
    const named = type.getValues().map(({ name, description }) => [name, halves(description ?? '')]);
    return `export default ${JSON.stringify(Object.fromEntries(named))}`;
  },
});
