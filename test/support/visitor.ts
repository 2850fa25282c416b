/** What a browser shows in the end: where it is, and what it got there. */
export interface Shown {
  readonly url: string;
  readonly status: number;
  readonly text: string;
}

/** A browser as far as signing in needs one: it keeps cookies for each host, and goes where it is sent. */
export class Visitor {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Where it was sent, in this order. */
  readonly visited: string[] = [];

  /** Goes there, and on; stops before an address that begins so. */
  async go(
    url: string,
    { before, headers = {} }: { before?: string; headers?: Record<string, string> } = {},
  ): Promise<Shown> {
    this.visited.push(url);
    if (this.visited.length > 100) throw new Error(`sent in a circle: ${url}`);
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { accept: 'text/html', cookie: this.cookies(url), ...headers },
    });
    const text = await response.text();
    this.keep(url, response);
    const next = response.headers.get('location');
    if (next === null) return { url, status: response.status, text };
    const on = new URL(next, url).href;
    return before !== undefined && on.startsWith(before)
      ? { url: on, status: response.status, text }
      : this.go(on, { ...(before !== undefined && { before }), headers });
  }

  /** What it sends along to this address. */
  cookies(url: string): string {
    const jar = this.#cookies.get(new URL(url).hostname + new URL(url).port) ?? new Map<string, string>();
    return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Lets go of what it holds for this address. */
  forget(url: string): void {
    this.#cookies.delete(new URL(url).hostname + new URL(url).port);
  }

  private keep(url: string, response: Response): void {
    const { hostname, port } = new URL(url);
    const jar = this.#cookies.get(hostname + port) ?? new Map<string, string>();
    this.#cookies.set(hostname + port, jar);
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
  }
}
