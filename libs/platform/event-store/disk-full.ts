const CODES = ['ENOSPC', 'EDQUOT'];

/** Whether the operating system says that a disk, or what somebody may have of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && CODES.includes(String(error.code));
