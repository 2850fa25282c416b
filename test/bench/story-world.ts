import type { CastPerson } from '#platform/identity';
import type { Step } from '../../apps/cli/demo/step.js';
import { accountsOf } from '../../apps/cli/demo/story/accounts.js';
import { founding } from '../../apps/cli/demo/story/founding.js';
import { StoryTokens } from '../../apps/cli/demo/story-tokens.js';
import { tell } from '../../apps/cli/demo/tell.js';
import { BEGUN } from '../../apps/cli/demo/when.js';
import { startTestClock } from '../../apps/cli/log-test-clock.js';
import type { Api } from './with-api.js';

/** The demo's places and bodies in an empty log, accounts of these people, and whatever else is to be told there, through the API. */
export const storyWorld = async (
  { database, gate, server }: Api,
  people: readonly CastPerson[],
  more: readonly Step[] = [],
): Promise<void> => {
  await startTestClock(BEGUN, database.ownerUrl);
  const { failed } = await tell(gate, [...founding, ...accountsOf(people), ...more], {
    url: server.url,
    language: 'en',
  });
  if (failed[0]) throw new Error(`${failed[0].step.name}: ${failed[0].code} ${failed[0].message}`);
};

/** A personal token for one of its people, for an hour. */
export const tokenOf = (person: CastPerson, { gate }: Pick<Api, 'gate'>): Promise<string> =>
  new StoryTokens(gate.door).of(person);
