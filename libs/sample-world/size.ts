/** How large a province is. */
export interface Size {
  readonly cities: number;
  readonly counties: number;
  readonly townships: number;
  readonly units: number;
}

/** One province as it is. */
const WHOLE: Size = { cities: 14, counties: 110, townships: 1_200, units: 15_000 };
/** About what founding the whole of it and its directive evening come to. */
const WHOLE_BEGINNING = 330_000;
/** The most that the beginning may take of a log, so that the year of findings has the greater part. */
const SHARE = 0.4;

/** Fewer events than this tell no story. */
export const FEWEST = 500;

/** The province for a log of so many events: the whole one where it fits, otherwise one of the same shape. */
export const sizeFor = (events: number): Size => {
  const scale = Math.min(1, (events * SHARE) / WHOLE_BEGINNING);
  const scaled = (count: number, least: number) => Math.max(least, Math.round(count * scale));
  return {
    cities: scaled(WHOLE.cities, 1),
    counties: scaled(WHOLE.counties, 1),
    townships: scaled(WHOLE.townships, 2),
    units: scaled(WHOLE.units, 6),
  };
};
