/** What an error may carry beside its message. */
export type Carried = Error &
  Readonly<Partial<Record<'code' | 'syscall' | 'address' | 'hostname' | 'port' | 'severity' | 'issues', unknown>>>;

/** Classes of SQLSTATE whose messages name tables, constraints, roles and servers, and no values; `detail` and `where` may, and are left out. */
const SAYS_NO_VALUES = /^(08|23|25|26|28|3D|3F|40|42|53|54|55|57|58)/;
export const isOfDatabase = ({ code, severity }: Carried): boolean =>
  typeof severity === 'string' && typeof code === 'string' && SAYS_NO_VALUES.test(code);

/** An error of the operating system, in its own words but for paths. */
export const ofSystem = ({ code, syscall, address, hostname, port }: Carried): string | undefined => {
  if (typeof syscall !== 'string' || typeof code !== 'string') return undefined;
  const place = [address ?? hostname, port]
    .flatMap((part) => (typeof part === 'string' || typeof part === 'number' ? [part] : []))
    .join(':');
  return [syscall, code, place].filter((part) => part !== '').join(' ');
};
