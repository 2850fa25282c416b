const MIB = 1024 * 1024;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What evidence can be, found out from its bytes; how large, and whether a browser may show it in place. */
export const MEDIA_TYPES = {
  'image/jpeg': { most: 30 * MIB, inline: true, ending: 'jpg' },
  'image/png': { most: 30 * MIB, inline: true, ending: 'png' },
  'image/webp': { most: 30 * MIB, inline: true, ending: 'webp' },
  'image/heic': { most: 30 * MIB, inline: true, ending: 'heic' },
  'application/pdf': { most: 50 * MIB, inline: true, ending: 'pdf' },
  'video/mp4': { most: 200 * MIB, inline: false, ending: 'mp4' },
  [`${OFFICE}.wordprocessingml.document`]: { most: 30 * MIB, inline: false, ending: 'docx' },
  [`${OFFICE}.spreadsheetml.sheet`]: { most: 30 * MIB, inline: false, ending: 'xlsx' },
} as const satisfies Readonly<
  Record<string, { readonly most: number; readonly inline: boolean; readonly ending: string }>
>;

export type MediaType = keyof typeof MEDIA_TYPES;

/** Whether a text is one of them. */
export const isMediaType = (text: string): text is MediaType => Object.hasOwn(MEDIA_TYPES, text);

/** No file of any kind is longer. */
export const MOST_BYTES = Math.max(...Object.values(MEDIA_TYPES).map(({ most }) => most));
export const WORD = `${OFFICE}.wordprocessingml.document` as const;
export const SHEET = `${OFFICE}.spreadsheetml.sheet` as const;
