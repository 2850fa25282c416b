/** Where an S3-compatible store is, and who we are to it. */
export interface S3Settings {
  /** Undefined for the provider's own, which follows from the region. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  /** The folder within the bucket, without slashes around it; empty for its top. */
  readonly prefix: string;
  readonly keyId: string;
  readonly secret: string;
}
