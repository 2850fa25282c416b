import { gunzipSync } from 'node:zlib';
import { Public } from '#platform/identity';
import { Controller, Get, Headers, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { GRAPHQL_OPTIONS, type GraphqlOptions } from '../server/options.js';
import { buildPage, type Page } from './page.js';

/** The playground, served by the product itself and complete without any other network. */
@Public()
@Controller('graphiql')
export class GraphiqlController {
  private page: Promise<Page> | undefined;

  constructor(@Inject(GRAPHQL_OPTIONS) private readonly options: GraphqlOptions) {}

  @Get()
  async graphiql(
    @Headers('if-none-match') known: string | undefined,
    @Headers('accept-encoding') encodings: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    this.page ??= buildPage(this.options.examples ?? []);
    const { gzipped, etag, policy } = await this.page;
    void reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      etag,
    });
    if (known === etag) {
      await reply.status(304).send();
      return;
    }
    void reply.type('text/html; charset=utf-8');
    if (/\bgzip\b/.test(encodings ?? '')) await reply.header('content-encoding', 'gzip').send(gzipped);
    else await reply.send(gunzipSync(gzipped));
  }
}
