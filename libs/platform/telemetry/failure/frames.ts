const MOST_FRAMES = 6;
/** A place in a file: what else begins a line of a stack is part of a message. */
const FRAME = /^ {4}at (?:async )?(?:[\w.$<>#[\] ]+ \()?(?:file:|node:|\/|[A-Za-z]:\\)[^()\n]*:\d+:\d+\)?$/;

/** The first places that an error came through. */
export const framesOf = ({ stack = '', message }: Error): readonly string[] => {
  const from = stack.indexOf(message);
  return stack
    .slice(from < 0 ? 0 : from + message.length)
    .split('\n')
    .filter((line) => FRAME.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => line.slice('    at '.length));
};
