import type { Text } from '#kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Whether a person looks at the answer, in a browser that was led here. */
export const wantsPage = ({ headers: { accept = '' } }: FastifyRequest): boolean => accept.includes('text/html');

/** A page of one sentence in both languages, and one way on. All of it is ours: nothing that anybody typed stands in it. */
export const page = (
  reply: FastifyReply,
  { en, zh }: Text,
  on: { readonly href: string; readonly text: Text },
): string => {
  void reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
    .header('referrer-policy', 'no-referrer');
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>Sifang 四方</title><p>${en}</p><p lang="zh">${zh}</p>`,
    `<p><a href="${on.href}">${on.text.en} <span lang="zh">${on.text.zh}</span></a></p></html>`,
  ].join('\n');
};
