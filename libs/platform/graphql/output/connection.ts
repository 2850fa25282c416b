import { bilingual } from '#kernel';
import { MOST_COUNTED, type Page } from '#platform/views';
import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: bilingual({ en: 'Where a page ends.', zh: '分页信息。' }) })
export class PageInfo {
  @Field(() => Boolean, { description: bilingual({ en: 'Whether more follows.', zh: '是否还有下一页。' }) })
  hasNextPage!: boolean;
  @Field(() => String, {
    nullable: true,
    description: bilingual({ en: 'Pass it as `after` to go on.', zh: '作为 `after` 传入以继续。' }),
  })
  endCursor?: string;
}

/** A page of nodes, in the form that clients know: `@ObjectType() class FindingConnection extends Connection(Finding) {}`. */
export const Connection = <Node extends object>(node: Type<Node>, item = node.name) => {
  @ObjectType(`${item}Edge`, { description: bilingual({ en: 'One item of a page.', zh: '页中一项。' }) })
  class Edge {
    @Field(() => String, { description: bilingual({ en: 'Its place in the list.', zh: '游标。' }) })
    cursor!: string;
    @Field(() => node, { description: bilingual({ en: 'The item.', zh: '内容。' }) })
    node!: Node;
  }

  @ObjectType({ isAbstract: true })
  abstract class ConnectionOf {
    @Field(() => [Edge], {
      description: bilingual({ en: 'The items, in the order of the list.', zh: '各项，按列表顺序。' }),
    })
    edges!: readonly Edge[];
    @Field(() => PageInfo, { description: bilingual({ en: 'Where the page ends.', zh: '分页信息。' }) })
    pageInfo!: PageInfo;
  }
  return ConnectionOf;
};

/** A page of a list whose items can be counted. */
export const CountedConnection = <Node extends object>(node: Type<Node>, item = node.name) => {
  @ObjectType({ isAbstract: true })
  abstract class CountedConnectionOf extends Connection(node, item) {
    @Field(() => Int, {
      nullable: true,
      description: bilingual({
        en: `How many items the list has, counted when asked for; null when there are more than ${String(MOST_COUNTED)}.`,
        zh: `总数（查询此字段时才统计）；超过 ${String(MOST_COUNTED)} 条时为空。`,
      }),
    })
    totalCount?: number | null;
  }
  return CountedConnectionOf;
};

/** A page of rows as a connection answers it. */
export const connection = <Row>({ edges, hasNextPage }: Page<Row>) => {
  const endCursor = edges.at(-1)?.cursor;
  return { edges, pageInfo: { hasNextPage, ...(endCursor !== undefined && { endCursor }) } };
};
