import { command, commandsOf, happened, refused, to, type CommandOf, type Decider, type Id } from '#kernel';
import type { BeginningEvent } from './beginning.events.js';
import { beginningOf, beginningStream, isRestingOn, type Resting } from './beginning.state.js';

/** Who, or which body, is to be noted, and what their period rests on. */
interface Dependency {
  readonly by: Id;
  readonly on: Id;
}

const beginningCommands = commandsOf(
  'beginning',
  { subject: { en: 'Beside which body or place.', zh: '机构或地域。' } },
  {
    NoteDependant: command('Notes whose period rests on a body or a place.', '登记以该机构或地域为前提的记录。', {
      who: ['system'],
      at: ['new', 'noted'],
      begins: 'derived',
      as: to<Dependency>(),
    }),
  },
);

export type BeginningCommand = CommandOf<typeof beginningCommands>;

/** W1: a body and a place know what cannot be older than they are, so that their own beginning is not corrected past it. */
export const beginning: Decider<
  Resting,
  BeginningCommand,
  BeginningEvent,
  'NOT_RESTING_ON_IT',
  { readonly NoteDependant: boolean }
> = {
  ...beginningStream,
  commands: beginningCommands,
  refusals: { NOT_RESTING_ON_IT: { en: 'Its record does not say so.', zh: '其记录并非如此。' } },
  facts: {
    NoteDependant: async (read, { by, on }, { stream }) =>
      (await isRestingOn(read, by, on)) && beginningOf(on) === stream,
  },
  owner: () => ({ territory: '', orgs: [] }),
  decide: {
    NoteDependant: ({ by }, noted, _, isSo) => {
      if (!isSo) return refused('NOT_RESTING_ON_IT');
      return noted.by.includes(by) ? happened() : happened({ type: 'DependantNoted', data: { by } });
    },
  },
};
