/** A text in both languages, Chinese first; English that counts (`{{count}}`) has its plural third. */
export type Text = readonly [zh: string, en: string] | readonly [zh: string, en: string, plural: string];

/** Part of the catalogue. Half a text does not compile. */
export const words = <const W extends Readonly<Record<string, Text>>>(part: W): W => part;
