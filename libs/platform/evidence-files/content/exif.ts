import type { Claims } from './claims.js';

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where its value stands. */
  readonly at: number;
}

const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };
const MOST_ENTRIES = 500;
const TAG = { exif: 0x8769, gps: 0x8825, dateTime: 0x0132, original: 0x9003, offset: 0x9011 } as const;
const GPS = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;
const ASCII = 2;
const RATIONAL = 5;

/** Reads the block that cameras write into pictures (TIFF, as in Exif 2.32). What is not in order is left out: it is a claim anyhow. */
class Tiff {
  private readonly little: boolean;

  constructor(private readonly block: Buffer) {
    this.little = block.toString('latin1', 0, 2) === 'II';
  }

  get isOne(): boolean {
    const mark = this.block.toString('latin1', 0, 2);
    return (mark === 'II' || mark === 'MM') && this.int(2, 2) === 42;
  }

  get first(): ReadonlyMap<number, Entry> {
    return this.directory(this.int(4, 4));
  }

  directory(at: number): ReadonlyMap<number, Entry> {
    const found = new Map<number, Entry>();
    const many = Math.min(this.int(at, 2), MOST_ENTRIES);
    for (let n = 0; n < many; n++) {
      const place = at + 2 + n * 12;
      const [tag, type, count] = [this.int(place, 2), this.int(place + 2, 2), this.int(place + 4, 4)];
      const long = (SIZES[type] ?? 1) * count > 4;
      found.set(tag, { type, count, at: long ? this.int(place + 8, 4) : place + 8 });
    }
    return found;
  }

  below(entry: Entry | undefined): ReadonlyMap<number, Entry> {
    return entry ? this.directory(this.int(entry.at, 4)) : new Map();
  }

  text(entry: Entry | undefined): string | undefined {
    if (entry?.type !== ASCII || entry.count > 100) return undefined;
    return this.block.toString('latin1', entry.at, entry.at + entry.count).replace(/\0.*$/s, '');
  }

  degrees(entry: Entry | undefined, sign = ''): number | undefined {
    if (entry?.type !== RATIONAL || entry.count !== 3) return undefined;
    const parts = [0, 8, 16].map((more) => this.int(entry.at + more, 4) / this.int(entry.at + more + 4, 4));
    const value = parts.reduce((sum, one, place) => sum + one / 60 ** place, 0);
    return 'SW'.includes(sign) && sign !== '' ? -value : value;
  }

  /** Zero where there is nothing. */
  private int(at: number, length: 2 | 4): number {
    if (at < 0 || at + length > this.block.length) return 0;
    return this.little ? this.block.readUIntLE(at, length) : this.block.readUIntBE(at, length);
  }
}

const placeOf = (tiff: Tiff, gps: ReadonlyMap<number, Entry>): string | undefined => {
  const latitude = tiff.degrees(gps.get(GPS.latitude), tiff.text(gps.get(GPS.latitudeRef)));
  const longitude = tiff.degrees(gps.get(GPS.longitude), tiff.text(gps.get(GPS.longitudeRef)));
  if (latitude === undefined || longitude === undefined) return undefined;
  const isThere = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isThere ? `${latitude.toFixed(6)},${longitude.toFixed(6)}` : undefined;
};

const timeOf = (tiff: Tiff, main: ReadonlyMap<number, Entry>): string | undefined => {
  const exif = tiff.below(main.get(TAG.exif));
  const written = tiff.text(exif.get(TAG.original)) ?? tiff.text(main.get(TAG.dateTime)) ?? '';
  if (!/^\d{4}:\d\d:\d\d \d\d:\d\d:\d\d$/.test(written)) return undefined;
  const zone = tiff.text(exif.get(TAG.offset)) ?? '';
  const time = `${written.slice(0, 10).replaceAll(':', '-')}T${written.slice(11)}`;
  return /^[+-]\d\d:\d\d$/.test(zone) ? time + zone : time;
};

/** When and where a picture says that it was taken. */
export const exifClaims = (block: Buffer): Claims => {
  const tiff = new Tiff(block);
  if (!tiff.isOne) return {};
  const main = tiff.first;
  const [takenAt, takenWhere] = [timeOf(tiff, main), placeOf(tiff, tiff.below(main.get(TAG.gps)))];
  return { ...(takenAt && { takenAt }), ...(takenWhere && { takenWhere }) };
};
