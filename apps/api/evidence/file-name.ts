const LONGEST = 200;
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** What a client calls a file, as it is kept: its last part alone, without what nobody sees. Undefined when nothing is left. */
export const fileName = (said: string | null | undefined): string | undefined => {
  const last = (said ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const seen = [...last.replace(UNSEEN, '').trim()].slice(0, LONGEST).join('');
  return seen === '' ? undefined : seen;
};
