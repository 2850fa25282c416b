import { PEOPLE } from '../../apps/cli/demo/cast.js';
import { findingCard } from '../../libs/contexts/findings/views/finding-card.view.js';
import { ViewQuery } from '../../libs/platform/postgres/read-model/view-query.js';
import { PAGE, type Statement } from './findings-page.js';
import { manyFindings } from './many-findings.js';
import { SOURCES, type ServerProcess } from './server-process.js';
import { storyWorld, tokenOf } from './story-world.js';
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
  withApi(async (api) => {
    const { database, server: ours, gate, beside } = api;
    await storyWorld(api, [PEOPLE.inspector, PEOPLE.lead, PEOPLE.supervision], manyFindings(RECORDED));
    const token = await tokenOf(PEOPLE.lead, api);
    const looking = await gate.door.tokens.known(token);
    if (!looking) throw new Error('nobody looks');
    const query = new ViewQuery(findingCard, looking, undefined);
    const statement: Statement = { text: query.page({ first: PAGE }), values: query.values.all };
    const plain = [...SOURCES, 'test/bench/plain-findings.ts', database.applicationUrl, JSON.stringify(statement)];
    return work({ ours, theirs: await beside(plain), token });
  });
