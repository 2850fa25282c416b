/** A stream of the client's, as much of it as is guarded. */
export interface Guardable {
  destroy(error: Error): unknown;
  on(event: 'error', listener: () => void): unknown;
}
/** Its own part, which its types keep to themselves. */
interface Passing {
  _transform(...passed: unknown[]): unknown;
}

/**
 * An answer that the client cannot read is an error of its stream: thrown where it arrives, or in a promise of the client's own, it
 * would end the process. And an error has a listener from the first moment on, also when connecting fails at once.
 */
export const guardedStream = <S extends Guardable>(stream: S): S => {
  const passing = stream as unknown as Passing;
  const transform = passing._transform.bind(stream);
  const fail = (error: unknown) => {
    stream.destroy(error instanceof Error ? error : new Error(String(error)));
  };
  passing._transform = (...passed) => {
    try {
      const over = transform(...passed);
      if (over instanceof Promise) over.catch(fail);
    } catch (error) {
      fail(error);
    }
  };
  stream.on('error', () => undefined);
  return stream;
};
