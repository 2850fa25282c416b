/** What stands, with what was put right in its place; what a correction leaves out stays. */
export const righted = <T extends object>(standing: T, right: { readonly [K in keyof T]?: T[K] | undefined }): T => ({
  ...standing,
  ...Object.fromEntries(Object.entries(right).filter(([, value]) => value !== undefined)),
});
