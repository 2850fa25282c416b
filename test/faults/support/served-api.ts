import { createLog } from '#platform/telemetry';
import { serve } from '../../../apps/api/serve.js';
import { storyDatabase, type FreshDatabase } from '../../support/fresh-database.js';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.js';
import { apiClient, type ApiClient } from './api-work.js';
import { Proxy } from './proxy.js';

/** The whole application in this process, with all weathers between it and its database. */
export interface ServedApi {
  readonly address: string;
  readonly client: ApiClient;
  readonly database: FreshDatabase;
  readonly proxy: Proxy;
  close(): Promise<void>;
}

export const serveApi = async (): Promise<ServedApi> => {
  const database = await storyDatabase();
  const dataDir = temporaryFolder();
  const proxy = await Proxy.before(database.applicationUrl);
  const settings = { port: 0, dataDir, production: false, applicationUrl: proxy.url(database.applicationUrl) } as const;
  const serving = await serve(settings, createLog('silent'));
  const close = async () => {
    proxy.weather = {};
    await serving.close();
    await proxy.close();
    await database.drop();
    removeFolder(dataDir);
  };
  const { address } = serving;
  return { address, client: await apiClient(dataDir, () => address, 120_000), database, proxy, close };
};
