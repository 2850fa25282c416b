import { useCallback, useEffect, useRef, useState } from 'react';
import type { Capacity } from './queue/item';
import { Sending, type Progress } from './queue/sending';
import type { FieldStore } from './queue/store';
import { waysOf } from './queue/ways';

/** How soon what could not be sent is tried again while the page is open. */
const AGAIN_MS = 10_000;

interface Sender {
  readonly owner: string;
  readonly capacity: Capacity;
  readonly isReached: boolean;
  /** How many there are to send. */
  readonly waiting: number;
  readonly onLook: () => void;
}

/** Sends what waits: when the page opens, when there is a network again, when something was saved, and again after a while. */
export const useSending = (store: FieldStore, { owner, capacity, isReached, waiting, onLook }: Sender) => {
  const [progress, setProgress] = useState<Progress>();
  const isSending = useRef(false);
  const { postId, orgId } = capacity;
  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    try {
      const stopped = await new Sending(store, waysOf(store), setProgress).all(owner, { postId, orgId });
      if (stopped !== 'done') onLook();
    } finally {
      isSending.current = false;
    }
  }, [store, owner, postId, orgId, onLook]);

  useEffect(() => {
    if (waiting === 0) return;
    if (isReached) void send();
    const again = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      if (isReached) void send();
      else onLook();
    }, AGAIN_MS);
    return () => clearInterval(again);
  }, [waiting, isReached, send, onLook]);
  return progress;
};
