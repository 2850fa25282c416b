import type { Text } from '#kernel';

/** The languages that the product speaks. */
export type Language = keyof Text;

interface Wish {
  readonly tag: string;
  readonly weight: number;
}

const wish = (part: string): Wish => {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = q === undefined ? 1 : Number(q.slice(2));
  return { tag, weight: Number.isFinite(weight) ? weight : 0 };
};

/** The language to answer in, from an Accept-Language header: Chinese when it is asked for before English, otherwise English. */
export const languageOf = (header: string | undefined): Language => {
  // A header has no business being longer than this; what follows is ignored.
  const wishes = (header ?? '').slice(0, 200).split(',').map(wish);
  const weightOf = (language: string) =>
    Math.max(0, ...wishes.filter(({ tag }) => tag.split('-')[0] === language).map(({ weight }) => weight));
  return weightOf('zh') > weightOf('en') ? 'zh' : 'en';
};
