/** The name on record, and its English form where there is one. */
export interface Called {
  readonly name: string;
  readonly nameEn?: string | undefined;
}

/** What is said of it; what is left out is not said. */
interface Said {
  readonly name?: string | undefined;
  readonly nameEn?: string | undefined;
}

/** F9: the English name that stands once this is said. Beside another name it has to be said anew; otherwise it is gone with the old one. */
const staying = ({ name, nameEn }: Called, said: Said): string | undefined =>
  said.nameEn ?? (said.name === undefined || said.name === name ? nameEn : undefined);

/** The same thing, called as this says. */
export const renamed = <T extends Called>(one: T, said: Said): Omit<T, 'nameEn'> & Called => {
  const { nameEn: _, ...rest } = one;
  const nameEn = staying(one, said);
  return { ...rest, name: said.name ?? one.name, ...(nameEn !== undefined && { nameEn }) };
};

/** What stands, for a correction to be compared with: beside another name, the English one that is said is said anew. */
export const besides = <T extends Called>(standing: T, { name }: Said): Omit<T, 'nameEn'> & Said => ({
  ...standing,
  nameEn: staying(standing, { name }),
});

/** Whether it is called so already. */
export const isCalled = (standing: Called, said: Called): boolean =>
  standing.name === said.name && standing.nameEn === staying(standing, said);
