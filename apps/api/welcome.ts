import type { Config } from './config.js';
import { takesDevelopmentTokens } from './network/network.js';
import type { Serving } from './serve.js';

/** How people and programs sign in here. */
const waysIn = (config: Pick<Config, 'production' | 'network' | 'openId'>): readonly string[] => [
  'password 密码',
  ...(config.openId ? [`OpenID Connect (${config.openId.issuer}) 统一身份认证`] : []),
  ...(takesDevelopmentTokens(config) ? ['development tokens, this machine only 开发令牌，仅限本机'] : []),
];

/** Where the demo looks by itself. */
const BY_ITSELF = 'http://127.0.0.1:';

/** What to do with an empty log. */
const next = ({ production }: Pick<Config, 'production'>, address: string): string => {
  if (production) return 'npx sifang init   (the first administrator of an empty log · 空日志的首任管理员)';
  const where = address.startsWith(BY_ITSELF) ? '' : ` -- --url ${address}`;
  return `npm run demo${where}   (loads the demo jurisdiction · 载入演示数据)`;
};

/** What the operator sees once it runs: where, and what to try next; in production there is no playground to try it in. */
export const welcome = (
  serving: Pick<Serving, 'address' | 'hasConsole' | 'patience'>,
  milliseconds: number,
  config: Pick<Config, 'production' | 'network' | 'openId'>,
): string => {
  const address = config.network.publicUrl ?? serving.address;
  const console = serving.hasConsole ? `${address}/` : 'not built: npm run build 未构建';
  return [
    `Sifang is ready in ${milliseconds} ms · 四方已就绪`,
    `  Console 控制台 ${console}`,
    `  GraphQL       ${address}/graphql`,
    ...(config.production ? [] : [`  GraphiQL      ${address}/graphiql`]),
    `  Health 健康   ${address}/health/ready`,
    `  Sign in 登录  ${waysIn(config).join(' · ')}`,
    ...(serving.patience ? [`  Log 日志      ${serving.patience.en} ${serving.patience.zh}`] : []),
    `  Next 下一步   ${next(config, address)}`,
    '  Stop 停止     Ctrl-C',
  ].join('\n');
};
