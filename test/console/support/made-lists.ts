import type { Page, Route } from 'playwright-core';

interface MadeList {
  /** The query that asks for it, and the field that holds it. */
  readonly query: string;
  readonly field: string;
  readonly all: number;
  /** What one row says otherwise than the first that the server answered. */
  readonly row: (at: number) => object;
}

interface Answer {
  readonly data: Readonly<Record<string, { readonly edges: readonly { readonly node: object }[] }>>;
}

interface Asked {
  readonly query: string;
  readonly variables: { readonly after?: string | null };
}

const pageOf = (first: Answer, { field, all, row }: MadeList, after: number, size: number) => {
  const made = first.data[field];
  const count = Math.min(size, all - after);
  const edges = Array.from({ length: count }, (_, at) => ({ node: { ...made?.edges[0]?.node, ...row(after + at) } }));
  const pageInfo = { hasNextPage: after + count < all, endCursor: String(after + count) };
  return { data: { ...first.data, [field]: { ...made, totalCount: all, edges, pageInfo } } };
};

/** Has a list made of so many rows, in a browser that asks the server for everything else: nobody waits for a log of that size. */
export const madeList = async (page: Page, list: MadeList): Promise<void> => {
  let first: Answer | undefined;
  await page.route('**/graphql', async (route: Route) => {
    const asked = route.request().postDataJSON() as Asked;
    if (!asked.query.includes(`query ${list.query}(`)) return route.fallback();
    first ??= (await (await route.fetch()).json()) as Answer;
    const size = Number(/first: (\d+)/.exec(asked.query)?.[1]);
    await route.fulfill({ json: pageOf(first, list, Number(asked.variables.after ?? 0), size) });
  });
};

export const findingsOf = (all: number): MadeList => ({
  ...{ query: 'Findings', field: 'findings', all },
  row: (at) => ({ id: `finding-${String(at)}`, place: `第 ${String(at)} 处` }),
});

/** Duty points at places of ten each. */
export const dutyPointsOf = (all: number): MadeList => ({
  ...{ query: 'Matrix', field: 'responsibilityMatrix', all },
  row: (at) => ({
    ...{ id: `dutyPoint-${String(at)}`, place: `第 ${String(Math.floor(at / 10))} 处`, step: `环节 ${String(at)}` },
    chain: null,
  }),
});

export const eventsOf = (all: number): MadeList => ({
  ...{ query: 'EventRecord', field: 'eventRecord', all },
  row: (at) => ({ eventId: `e${String(at)}`, position: String(at), revision: String(at) }),
});

/** Bodies that an order went to; every other one has signed. */
export const receiptsOf = (all: number): MadeList => ({
  ...{ query: 'ReceiptsOfDirective', field: 'receipts', all },
  row: (at) => ({
    ...{ id: `receipt-${String(at)}`, recipient: { id: `org-${String(at)}`, label: `第 ${String(at)} 单位` } },
    acknowledgedAt: at % 2 === 0 ? '2022-04-02T00:00:00Z' : null,
  }),
});

export const placesOf = (all: number): MadeList => ({
  ...{ query: 'PlacesBelow', field: 'territories', all },
  row: (at) => ({ id: `territory-${String(at)}`, name: `第 ${String(at)} 处`, path: `${String(at)}/` }),
});
