import { parseArgs } from 'node:util';
import { EXIT, Failed } from '../failed.js';
import type { Language } from './fill.js';

export const HELP = `npm run demo [-- --url http://127.0.0.1:4000] [--data-dir .data] [--language zh]

Loads the demo jurisdiction into a running server: its first administrator as "sifang init" makes one, all else through
its API, by the accounts of its people. Doing it again changes nothing.
将演示辖区载入正在运行的服务：首任系统管理员同 sifang init 设立，其余均由各账号通过接口完成；重复执行不会产生任何变化。

  --url       where the server is 服务地址 (http://127.0.0.1:PORT)
  --data-dir  the server's data folder, where the accounts are 服务的数据目录 (DATA_DIR, .data)
  --language  in which language its people write, zh or en; names have both 演示内容的语言 (zh)

Exit code 0: everything is there; 1: something was refused, or the server cannot be reached; 2: wrong usage.`;

/** A mistake in how the command was called. */
export class Usage extends Failed {
  override readonly name = 'Usage';
  constructor(message: string) {
    super(message, EXIT.usage);
  }
}

export interface Options {
  readonly url: string;
  readonly dataDirectory: string;
  readonly language: Language;
  readonly help: boolean;
}

const parsed = (args: readonly string[]) => {
  try {
    const options = {
      url: { type: 'string' },
      'data-dir': { type: 'string' },
      language: { type: 'string', default: 'zh' },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : 'cannot read the options');
  }
};

const languageFrom = (said: string): Language => {
  if (said === 'zh' || said === 'en') return said;
  throw new Usage(`--language must be zh or en, not "${said}" 语言须为 zh 或 en`);
};

/** What was asked for; what is left out comes from the server's own variables. Throws Usage. */
export const optionsFrom = (args: readonly string[], env: Readonly<Record<string, string | undefined>>): Options => {
  const values = parsed(args);
  const url = values.url ?? `http://127.0.0.1:${env['PORT'] ?? '4000'}`;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Usage(`--url must be an http address, not "${url}" 地址须为 http(s)`);
  }
  return {
    language: languageFrom(values.language),
    url: new URL(url).origin,
    dataDirectory: values['data-dir'] ?? env['DATA_DIR'] ?? '.data',
    help: values.help,
  };
};
