const OURS = 'http://ours.invalid';
const LONGEST = 2_000;

/**
 * Where to go after signing in: a place of our own, in the form in which a browser would go there; undefined for everything that could
 * lead elsewhere.
 */
export const localPath = (text: string): string | undefined => {
  if (text.length > LONGEST || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return undefined;
  const { origin, pathname, search, hash } = new URL(text, OURS);
  // What browsers make of `/./` and `/../` may begin with two slashes, which is a host.
  return origin === OURS && !pathname.startsWith('//') ? pathname + search + hash : undefined;
};
