import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

const HEAD =
  '# Written by the build from the classes in libs; a test compares it. Do not edit. 由代码生成，请勿手改。\n\n';

/** The schema as it is committed and compared: sorted, so that only a change of meaning shows. */
export const printSdl = (schema: GraphQLSchema): string => `${HEAD}${printSchema(lexicographicSortSchema(schema))}\n`;

/** The schema of these resolvers, without starting anything that they need. */
export const schemaOf = async (resolvers: readonly Type[]): Promise<GraphQLSchema> => {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    return await app.get(GraphQLSchemaFactory).create([...resolvers]);
  } finally {
    await app.close();
  }
};
