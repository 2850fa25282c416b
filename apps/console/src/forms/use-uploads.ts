import { useLayoutEffect, useRef, useState } from 'react';
import type { Failure } from '../api/failure';
import { upload, type Sending } from '../api/upload';
import { digestOf } from '../lib/digest';
import { ON_ITS_WAY } from './draft';

/** A file that somebody chose. */
export interface Chosen {
  readonly key: number;
  readonly file: File;
  readonly sending: Sending;
  readonly sent: number;
  readonly digest?: string;
  readonly id?: string;
  readonly failure?: Failure;
}

/** Files that are on their way, and what became of each: each is told by its id, once it has come whole. */
export const useUploads = (onKept: (ids: readonly string[]) => void) => {
  const [files, setFiles] = useState<readonly Chosen[]>([]);
  const next = useRef(0);
  // What is answered later is told with all that was answered before.
  const known = useRef<readonly Chosen[]>([]);
  // Whoever is told has gone on since a file was chosen: what was entered meanwhile must not be taken back.
  const tell = useRef(onKept);
  useLayoutEffect(() => {
    tell.current = onKept;
  });

  const put = (files: readonly Chosen[]) => {
    known.current = files;
    setFiles(files);
    tell.current(files.map(({ id }) => id ?? ON_ITS_WAY));
  };
  const change = (key: number, part: Partial<Chosen>) =>
    put(known.current.map((one) => (one.key === key ? { ...one, ...part } : one)));

  const send = async ({ key, file, sending }: Chosen) => {
    const answer = await upload(file, sending, (sent) => change(key, { sent }));
    change(key, answer);
  };
  const add = (chosen: Iterable<File>) => {
    for (const file of chosen) {
      const one: Chosen = { key: next.current, file, sending: {}, sent: 0 };
      next.current += 1;
      put([...known.current, one]);
      void digestOf(file).then((digest) => digest !== undefined && change(one.key, { digest }));
      void send(one);
    }
  };
  const again = (one: Chosen) => {
    const { failure: _, ...rest } = one;
    put(known.current.map((other) => (other.key === one.key ? rest : other)));
    void send(rest);
  };
  const remove = (key: number) => put(known.current.filter((one) => one.key !== key));
  return { files, add, again, remove };
};
