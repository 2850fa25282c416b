import { StoreFull, StoreUnavailable } from '#platform/evidence-files';
import { S3ServiceException } from '@aws-sdk/client-s3';

const statusOf = (error: unknown): number | undefined =>
  error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined;

/** What stores call it when there is no room: RFC 4918 (507), and the words of those that answer otherwise. */
const FULL = ['InsufficientStorage', 'XMinioStorageFull', 'QuotaExceeded', 'XMinioAdminBucketQuotaExceeded'];

/** Whether the file is not there, which is an answer. That its bucket is not there is none. */
export const isMissing = (error: unknown): boolean =>
  statusOf(error) === 404 && error instanceof Error && error.name !== 'NoSuchBucket';

/** Whether somebody wrote it first (RFC 9110, 13.1.2), or is about to. */
export const isThereAlready = (error: unknown): boolean => [409, 412].includes(statusOf(error) ?? 0);

/** Says of a store that is full that it is, and of everything else that it does not answer as it should: nothing is known then. */
export const saysUnavailable = (error: unknown): never => {
  const isFull = statusOf(error) === 507 || (error instanceof Error && FULL.includes(error.name));
  if (isFull) throw new StoreFull('the store of evidence is full', { cause: error });
  throw new StoreUnavailable('the store of evidence does not answer as it should', { cause: error });
};
