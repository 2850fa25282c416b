import { randomBytes } from 'node:crypto';
import { Public } from '#platform/identity';
import { Controller, Get, Inject, NotFoundException, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE, type ConsoleFile, type ConsoleFiles, type Encoding, type Page } from './console-files.js';
import { cacheOf, pageHeaders } from './console-headers.js';

/** What programs ask for; no address of the console begins so. */
const OTHERS = /^\/(?:graphql|graphiql|auth|evidence|health|metrics|assets)(?:\/|$)/;

const encodingFor = ({ compressed }: ConsoleFile, accepted = ''): Encoding | undefined => {
  if (!compressed) return undefined;
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
};

const PAGES = ['/index.html', '/field.html'];
const pageAt = (path: string): Page => (path === '/field' ? 'field.html' : 'index.html');

/** The console: its files, and its page at every address that is one of its screens; the form for a phone has a page of its own. */
@Public()
@Controller()
export class ConsoleController {
  constructor(@Inject(CONSOLE) private readonly files: ConsoleFiles) {}

  @Get(['/', '/*'])
  async serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [path = '/'] = request.url.split('?');
    const file = this.files.at(path);
    if (file && !PAGES.includes(path)) return this.sendFile(file, request, reply);
    const isScreen = (request.headers.accept ?? '').includes('text/html') && !OTHERS.test(path);
    if (!isScreen || !this.files.isBuilt) throw new NotFoundException();
    const nonce = randomBytes(16).toString('base64');
    void reply.headers(pageHeaders(nonce)).type('text/html; charset=utf-8');
    await reply.send(await this.files.page(pageAt(path), nonce));
  }

  private async sendFile(file: ConsoleFile, { headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const encoding = encodingFor(file, headers['accept-encoding']);
    void reply.headers({ 'cache-control': cacheOf(file), ...(file.compressed && { vary: 'accept-encoding' }) });
    if (encoding !== undefined) void reply.header('content-encoding', encoding);
    await reply.type(file.type).send(await this.files.read(file, encoding));
  }
}
