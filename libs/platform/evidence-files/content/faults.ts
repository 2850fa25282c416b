import type { Text } from '#kernel';

/** Why a file is not taken, whatever its name says that it is. */
export const FILE_FAULTS = {
  FILE_EMPTY: { en: 'The file is empty.', zh: '文件为空。' },
  FILE_TOO_LARGE: { en: 'The file is larger than its kind may be.', zh: '文件超过该类型的大小上限。' },
  FILE_TYPE_UNKNOWN: {
    en: 'Evidence is a JPEG, PNG, WebP or HEIC picture, a PDF, an MP4 video, a Word or an Excel file; this is none by its content.',
    zh: '证据材料须为 JPEG、PNG、WebP、HEIC 图片，PDF，MP4 视频，Word 或 Excel 文件；该文件内容不属于上述类型。',
  },
  FILE_DAMAGED: { en: 'The file is not whole, or not what it begins like.', zh: '文件不完整，或内容与开头不符。' },
  PICTURE_TOO_LARGE: { en: 'The picture has more pixels than can be looked at.', zh: '图片像素过多。' },
  FILE_INFLATES: {
    en: 'The file would become far too large when it is opened, or holds what no such document holds.',
    zh: '文件展开后过大，或含有此类文档不应有的内容。',
  },
} as const satisfies Record<string, Text>;

export type FileFault = keyof typeof FILE_FAULTS;

/** Pictures of more pixels fill the memory of whoever looks at them. */
const MOST_PIXELS = 120_000_000;
const LONGEST_SIDE = 30_000;

/** Whether a picture can be shown. */
export const pictureFault = (width: number, height: number): FileFault | undefined => {
  if (width < 1 || height < 1) return 'FILE_DAMAGED';
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS
    ? 'PICTURE_TOO_LARGE'
    : undefined;
};
