// PostgreSQL's frontend/backend protocol 3.0, "Message Formats": a letter, a length that counts itself, and that much less of a body.

/** One message as it travels. */
export interface Frame {
  readonly type: string;
  readonly bytes: Buffer;
}

/** Cuts what arrives into messages; what is not whole yet waits for the rest. */
export class Frames {
  #rest = Buffer.alloc(0);

  /** The first message of a client has no letter; undefined until it is whole. */
  first(piece: Buffer): Buffer | undefined {
    this.#rest = Buffer.concat([this.#rest, piece]);
    if (this.#rest.length < 4 || this.#rest.length < this.#rest.readInt32BE(0)) return undefined;
    const end = this.#rest.readInt32BE(0);
    const first = this.#rest.subarray(0, end);
    this.#rest = this.#rest.subarray(end);
    return first;
  }

  of(piece: Buffer): readonly Frame[] {
    this.#rest = Buffer.concat([this.#rest, piece]);
    const whole: Frame[] = [];
    while (this.#rest.length >= 5 && this.#rest.length > this.#rest.readInt32BE(1)) {
      const end = 1 + this.#rest.readInt32BE(1);
      whole.push({ type: this.#rest.toString('latin1', 0, 1), bytes: this.#rest.subarray(0, end) });
      this.#rest = this.#rest.subarray(end);
    }
    return whole;
  }
}

export const frame = (type: string, ...parts: readonly (string | Buffer)[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)));
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};

export const int32 = (n: number): Buffer => {
  const four = Buffer.alloc(4);
  four.writeInt32BE(n);
  return four;
};

/** What a start-up packet asks for, by name. */
export const startUpOf = (packet: Buffer): ReadonlyMap<string, string> => {
  const words = packet.toString('utf8', 8).split('\0');
  const pairs = Array.from({ length: Math.floor(words.length / 2) }, (_, n) => words.slice(2 * n, 2 * n + 2));
  return new Map(pairs.flatMap(([name, value]) => (name && value !== undefined ? [[name, value] as const] : [])));
};
