/** The same words in both languages of the product. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

/** What is called one thing on record, with its English form where there is one: that stands for both where there is none. */
export const named = (name: string, nameEn: string = name): Text => ({ en: nameEn, zh: name });

/** Both languages side by side, for places that cannot choose (schema descriptions, logs). */
export const bilingual = ({ en, zh }: Text): string => `${en} ${zh}`;
