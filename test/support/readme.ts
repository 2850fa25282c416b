import { projectFiles, read } from './source-files.js';

/** One fenced block of a README, and what the comment right above it says: where it comes from, or which spec runs it. */
export interface Block {
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
  readonly mark: string;
  readonly pointer: string;
}

const fence =
  /(?:^<!-- (?<mark>from|run by) (?<pointer>\S+) -->\n)?^```(?<language>\S*)[^\n]*\n(?<text>[\s\S]*?)^```$/gm;

/** The fenced blocks of a Markdown file, from top to bottom. */
export const blocksOf = (file: string): readonly Block[] => {
  const markdown = read(file);
  return [...markdown.matchAll(fence)].map(({ index, groups }) => {
    const line = markdown.slice(0, index).split('\n').length;
    return { file, line, language: '', text: '', mark: '', pointer: '', ...withoutGaps(groups) };
  });
};

const withoutGaps = (groups: Readonly<Record<string, string | undefined>> = {}) =>
  Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));

export const readmes = (): readonly string[] => projectFiles(/(^|\/)README(\.zh-CN)?\.md$/);

// #region run
/** The blocks that a spec has promised to run, in the order in which a reader meets them. */
export const blocksRunBy = (spec: string, file = 'README.md'): readonly Block[] =>
  blocksOf(file).filter(({ mark, pointer }) => mark === 'run by' && pointer === spec);
// #endregion run

/** What stands between `// #region name` and `// #endregion name` in a file, or the whole file. Throws when it isn't there. */
export const snippet = (pointer: string): string => {
  const [path = '', region] = pointer.split('#');
  const text = read(path);
  if (region === undefined) return text;
  const marked = new RegExp(`^ *(?://|#|--) #region ${region}\\n([\\s\\S]*?)^ *(?://|#|--) #endregion ${region}$`, 'm');
  const found = marked.exec(text)?.[1];
  if (found === undefined) throw new Error(`${path} has no region ${region}`);
  return dedented(found);
};

const dedented = (text: string): string => {
  const lines = text.split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(margin)).join('\n');
};
