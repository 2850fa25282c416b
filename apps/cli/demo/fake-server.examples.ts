import { createServer, type Server as NodeServer } from 'node:http';
import { z } from 'zod';

const asked = z.object({
  query: z.string(),
  variables: z.union([
    z.strictObject({ waitFor: z.string() }),
    z.strictObject({ input: z.looseObject({ commandId: z.uuid(), occurredAt: z.string(), source: z.literal('cli') }) }),
    z.strictObject({}),
  ]),
});

type Asked = z.output<typeof asked>;

const bodyOf = async (request: AsyncIterable<Buffer>): Promise<Asked> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return asked.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
};

/** What the stand-in should say instead of "recorded", by mutation. */
export type Answers = Readonly<Record<string, object>>;

/**
 * A stand-in for the server on a loopback port: no schema, no rules, no database. It takes every command once, gives it the next
 * position, and answers a repeated command id as before.
 */
export class FakeServer {
  readonly received: Asked[] = [];
  private readonly taken = new Map<string, object>();
  private position = 0;
  private readonly http: NodeServer;
  private port = 0;

  constructor(private readonly answers: Answers = {}) {
    this.http = createServer((request, response) => {
      const done = (status: number, body: object) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      };
      if (!request.headers.authorization?.startsWith('Bearer ')) done(401, { errors: [{ message: 'no token' }] });
      else
        void bodyOf(request).then((body) => {
          done(200, this.answer(body));
        });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((listening) => this.http.listen(0, '127.0.0.1', listening));
    const address = this.http.address();
    this.port = typeof address === 'object' && address ? address.port : 0;
    return this;
  }

  async stop(): Promise<void> {
    this.http.closeAllConnections();
    await new Promise((closed) => this.http.close(closed));
  }

  private answer(body: Asked): object {
    if (body.query === '{ head }') return { data: { head: this.position === 0 ? null : String(this.position) } };
    this.received.push(body);
    if (!('input' in body.variables)) return { data: { directives: { edges: [] } } };
    const mutation = /outcome: (\w+)/.exec(body.query)?.[1] ?? '';
    const instead = this.answers[mutation];
    if (instead) return instead;
    const { commandId } = body.variables.input;
    const answer = this.taken.get(commandId) ?? this.next(mutation);
    this.taken.set(commandId, answer);
    return { data: { outcome: answer } };
  }

  private next(mutation: string): object {
    this.position += 1;
    return {
      __typename: 'Recorded',
      id: `thing-${mutation}-${String(this.position)}`,
      position: String(this.position),
      events: [{ type: 'Happened' }],
    };
  }
}
