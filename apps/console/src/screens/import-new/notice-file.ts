/** A file that was chosen to be taken in. */
export interface NoticeFile {
  readonly name: string;
  /** Undefined where its bytes are no text in UTF-8. */
  readonly text: string | undefined;
  /** How many were chosen so far. */
  readonly chosen: number;
}

/** Byte for byte: a mark at its beginning is kept, and what is no UTF-8 is not guessed. */
export const textIn = (bytes: BufferSource): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

export const noticeIn = async (file: File, chosen: number): Promise<NoticeFile> => ({
  ...{ name: file.name, chosen },
  text: textIn(await file.arrayBuffer()),
});
