import { DevelopmentAuthenticator } from '#platform/identity';
import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { signIn } from '../../apps/cli/demo/tokens.js';
import { FOUNDED } from '../../apps/cli/demo/when.js';
import { startTestClock } from '../../apps/cli/log-test-clock.js';
import { findingCard } from '../../libs/contexts/findings/views/finding-card.view.js';
import { ViewQuery } from '../../libs/platform/postgres/read-model/view-query.js';
import { PAGE, type Statement } from './findings-page.js';
import { manyFindings } from './many-findings.js';
import { SOURCES, type ServerProcess } from './server-process.js';
import { withApi } from './with-api.js';

/** How many findings there are: enough for several pages. */
const RECORDED = 220;

/** Both servers over the same rows of one PostgreSQL. */
export interface World {
  readonly ours: ServerProcess;
  readonly theirs: ServerProcess;
  /** The token of the person who looks, for our side. */
  readonly token: string;
}

/** Starts everything, hands it out, and clears it away whatever happens. */
export const inWorld = <T>(work: (world: World) => Promise<T>): Promise<T> =>
  withApi(async ({ database, server: ours, keys, beside }) => {
    await startTestClock(FOUNDED, database.ownerUrl);
    await manyFindings(ours.url, keys, RECORDED);
    const token = await signIn(() => Promise.resolve(keys))(PEOPLE.lead);
    const { actor } = await new DevelopmentAuthenticator(keys).authenticate({ token });
    const query = new ViewQuery(findingCard, { actor }, undefined);
    const statement: Statement = { text: query.page({ first: PAGE }), values: query.values.all };
    const plain = [...SOURCES, 'test/bench/plain-findings.ts', database.applicationUrl, JSON.stringify(statement)];
    return work({ ours, theirs: await beside(plain), token });
  });
