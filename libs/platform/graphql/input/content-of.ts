import type { CommandInput } from './command-input.js';

/** What a mutation's input asks for, apart from what every command says about itself. */
export const contentOf = <I extends CommandInput>({
  commandId,
  occurredAt,
  lateEntryId,
  source,
  deviceId,
  reason,
  ...content
}: I): Omit<I, keyof CommandInput> => content;
