/** Something typed that is asked for (a command) or that happened (an event). */
export interface Message {
  readonly type: string;
  readonly data: unknown;
}

/** The data of one message of a union, by its type. */
export type DataOf<M extends Message, T> = Extract<M, { type: T }>['data'];
