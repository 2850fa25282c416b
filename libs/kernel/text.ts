/** The same words in both languages of the product. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** Both languages side by side, for places that cannot choose (schema descriptions, logs). */
export const bilingual = ({ en, zh }: Text): string => `${en} ${zh}`;
