import { escapeLiteral, type ClientBase } from 'pg';

/** Settings of the server for one connection, by their names there. */
export type Settings = Readonly<Record<string, string>>;

/**
 * What no connection of ours does without, whatever is set for the role, the database or the server. Writers look again after they have
 * waited for each other, and see then what was written meanwhile; and answers are written as the driver reads them.
 */
const RIGHT: Settings = {
  default_transaction_isolation: 'read committed',
  ...{ DateStyle: 'ISO, MDY', IntervalStyle: 'postgres', TimeZone: 'UTC', bytea_output: 'hex' },
  ...{ extra_float_digits: '1', standard_conforming_strings: 'on' },
};

/**
 * Sets up a connection by one statement. Nothing of it travels in the start-up packet: poolers refuse there what they do not know, or
 * drop it without a word. Throws the server's error where something cannot be set; such a connection is not used.
 */
export const setUp = async (client: ClientBase, settings: Settings = {}): Promise<void> => {
  const each = Object.entries({ ...RIGHT, ...settings }).map(
    ([name, value]) => `set_config(${escapeLiteral(name)}, ${escapeLiteral(value)}, false)`,
  );
  await client.query(`SELECT ${each.join(', ')}`);
};
