import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { createLog } from '#platform/telemetry';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { asked } from '../../../test/support/asked-by-https.js';
import { certificate, type Certificate } from '../../../test/support/certificate.js';
import { storyDatabase, type FreshDatabase } from '../../../test/support/fresh-database.js';
import { removeFolder, temporaryFolder } from '../../../test/support/temporary-folder.js';
import { serve, type Serving } from '../serve.js';

const [FIRST, SECOND] = [certificate(), certificate()];

describe('HTTPS of its own', () => {
  let database: FreshDatabase;
  let folder = '';
  let serving: Serving;
  const open: Serving[] = [];
  beforeAll(async () => {
    database = await storyDatabase();
  });
  afterAll(() => database.drop());
  beforeEach(() => {
    folder = temporaryFolder();
    write(FIRST);
  });
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    removeFolder(folder);
  });

  const paths = () => ({ cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') });
  const write = ({ cert, key }: Partial<Certificate>) => {
    if (cert !== undefined) writeFileSync(paths().cert, cert);
    if (key !== undefined) writeFileSync(paths().key, key);
  };
  const start = (tls = paths()) =>
    serve(
      {
        ...{ port: 0, dataDir: folder, production: false, applicationUrl: database.applicationUrl },
        network: { host: '127.0.0.1', tls, trustedProxies: [] },
      },
      createLog('silent'),
    );
  const get = (path: string, ca: string) => asked(`${serving.address}/${path}`, { method: 'GET', ca });
  const shown = () =>
    new Promise<PeerCertificate>((resolve, reject) => {
      const { hostname: host, port } = new URL(serving.address);
      const socket = connect({ host, port: Number(port), rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate());
        socket.destroy();
      }).on('error', reject);
    });
  /** Looks at the probes, as somebody does every fifteen seconds, and says what health says then. */
  const health = async (ca: string) => {
    await get('metrics', ca);
    const { status, body } = await get('health/ready', ca);
    return { status, ...(JSON.parse(body) as object) };
  };

  it('serves by the files, and by renewed ones without a restart; what is of no use is an alarm and changes nothing', async () => {
    serving = await start();
    open.push(serving);
    expect(serving.address).toMatch(/^https:/);
    expect(await health(FIRST.cert)).toMatchObject({ status: 'ok' });
    const { serialNumber } = await shown();

    const chain = FIRST.cert + SECOND.cert;
    const halfWritten = [FIRST.cert.length + 5, FIRST.cert.length + 300].map((end) => ({ cert: chain.slice(0, end) }));
    for (const useless of [{ cert: SECOND.cert }, { cert: 'nothing' }, { cert: '' }, { key: '' }, ...halfWritten]) {
      write({ ...FIRST, ...useless });
      expect(await health(FIRST.cert)).toMatchObject({ status: 'degraded', alarms: ['tls-files'] });
      expect((await shown()).serialNumber).toBe(serialNumber);
    }

    write(SECOND);
    await get('metrics', FIRST.cert);
    expect((await shown()).serialNumber).not.toBe(serialNumber);
    expect(await health(SECOND.cert)).toMatchObject({ status: 'ok' });
    await expect(get('health/live', FIRST.cert)).rejects.toThrow(/self-signed/);
    await expect(asked(serving.address.replace('https', 'http'), {})).rejects.toThrow();
  });

  it.each([
    ['there is none', { cert: '/nowhere/cert.pem' }],
    ['they do not belong together', {}],
  ])('does not begin where %s, and says so in one line', async (_, other) => {
    write({ key: SECOND.key });
    const tls = { ...paths(), ...other };
    const message = `TLS_CERT ${tls.cert} and TLS_KEY ${tls.key} must be readable PEM files that belong together 须为可读且相互匹配的 PEM 证书与私钥文件`;
    await expect(start(tls)).rejects.toMatchObject({ name: 'CannotStart', message });
  });
});
