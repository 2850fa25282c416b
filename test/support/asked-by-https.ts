import { request as plain, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as secure } from 'node:https';

export interface Said {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: OutgoingHttpHeaders;
  /** Whose certificates are believed. */
  readonly ca?: string | undefined;
}

/** One request, JSON unless its headers say otherwise, on a connection of its own, by HTTP or HTTPS. */
export const asked = (url: string, { method = 'POST', body, headers, ca }: Sent = {}): Promise<Said> =>
  new Promise((resolve, reject) => {
    const options = { method, headers: { 'content-type': 'application/json', ...headers }, ca, agent: false as const };
    const sent = (url.startsWith('https:') ? secure : plain)(url, options, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const { statusCode: status = 0, headers: said } = answer;
        resolve({ status, headers: said, body: Buffer.concat(parts).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
