import { renamed } from '../../english-name.js';

interface Titled {
  readonly title: string;
  readonly titleEn?: string | undefined;
}

/** The same post under the title that was put right. */
export const retitled = <P extends Titled>(post: P, said: Titled): Omit<P, 'titleEn'> & Titled => {
  const { titleEn, ...rest } = post;
  const now = renamed({ name: post.title, nameEn: titleEn }, { name: said.title, nameEn: said.titleEn });
  return { ...rest, title: now.name, ...(now.nameEn !== undefined && { titleEn: now.nameEn }) };
};
