/** What the operator sees once it runs: where, and what to try next; in production there is no playground to try it in. */
export const welcome = (address: string, milliseconds: number, production: boolean): string =>
  [
    `Sifang is ready in ${milliseconds} ms · 四方已就绪`,
    `  GraphQL       ${address}/graphql`,
    ...(production ? [] : [`  GraphiQL      ${address}/graphiql`]),
    `  Health 健康   ${address}/health/ready`,
    '  Next 下一步   npm run demo   (loads the demo jurisdiction · 载入演示数据)',
    '  Stop 停止     Ctrl-C',
  ].join('\n');
