import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../config.js';

const KEYS = { EVIDENCE_S3_KEY_ID: 'id', EVIDENCE_S3_SECRET: 'not-a-secret' };

describe('where files of evidence are', () => {
  it('is a folder, or the bucket that is named', () => {
    expect(readConfig({}).evidenceStore).toBeUndefined();
    expect(readConfig({ ...KEYS, EVIDENCE_STORE: 's3://evidence' }).evidenceStore).toEqual({
      ...{ bucket: 'evidence', prefix: '', keyId: 'id', secret: 'not-a-secret', region: 'us-east-1' },
    });
    const set = {
      ...{ EVIDENCE_STORE: 's3://city-records/sifang/files/', EVIDENCE_S3_REGION: 'cn-north-1', ...KEYS },
      EVIDENCE_S3_ENDPOINT: 'http://127.0.0.1:9000',
    };
    expect(readConfig(set).evidenceStore).toMatchObject({
      ...{ bucket: 'city-records', prefix: 'sifang/files', region: 'cn-north-1', endpoint: 'http://127.0.0.1:9000' },
    });
  });

  it.each([
    [{ EVIDENCE_STORE: '/srv/files', ...KEYS }, 'EVIDENCE_STORE must look like s3://bucket'],
    [{ EVIDENCE_STORE: 's3://Bucket', ...KEYS }, 'EVIDENCE_STORE must look like s3://bucket'],
    [{ EVIDENCE_STORE: 's3://bucket/../other/', ...KEYS, EVIDENCE_S3_REGION: 'a b' }, 'EVIDENCE_S3_REGION must be'],
    [
      { EVIDENCE_STORE: 's3://bucket', ...KEYS, EVIDENCE_S3_ENDPOINT: 'http://store:9000' },
      'EVIDENCE_S3_ENDPOINT must',
    ],
    [{ EVIDENCE_STORE: 's3://bucket', EVIDENCE_S3_KEY_ID: 'id' }, 'EVIDENCE_S3_SECRET is missing'],
    [{ EVIDENCE_S3_ENDPOINT: 'https://store' }, 'EVIDENCE_STORE is missing'],
  ])('%j is refused in words', (environment, said) => {
    expect(() => readConfig(environment)).toThrow(said);
  });
});
