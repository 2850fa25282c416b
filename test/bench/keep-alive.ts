import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks one address over as many connections as are needed at once, all of which stay open. */
export class KeepAlive {
  private readonly agent: Agent;

  constructor(connections: number) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** The body of the answer. Throws when it is not a success. */
  ask(url: string, { method, headers = {}, body = '' }: HttpRequest): Promise<string> {
    return new Promise((resolve, reject) => {
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      const asking = request(url, { agent: this.agent, method, headers: { ...headers, ...length } }, (answer) => {
        text(answer).then((said) => {
          if (answer.statusCode === 200) resolve(said);
          else reject(new Error(`${url} answered ${String(answer.statusCode)}: ${said}`));
        }, reject);
      });
      asking.on('error', reject);
      asking.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
