/** The code of a database's or system's error, such as 42501 or ENOENT. */
export const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

/** The code of what a server said, such as 42P01; undefined for every other error. */
export const serverCodeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'severity' in error ? String(codeOf(error)) : undefined;
