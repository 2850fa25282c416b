import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { EXIT, Failed } from '../failed.js';

/** Shows what is asked, and nothing of what is typed. */
const silent = (): Writable =>
  new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });

const asked = async (label: string, isSecret: boolean): Promise<string> => {
  if (isSecret) process.stderr.write(`${label}: `);
  const terminal = createInterface({
    input: process.stdin,
    output: isSecret ? silent() : process.stderr,
    terminal: true,
  });
  const given = new AbortController();
  terminal.once('SIGINT', () => {
    given.abort();
  });
  try {
    return await terminal.question(isSecret ? '' : `${label}: `, { signal: given.signal });
  } catch (error) {
    throw given.signal.aborted ? new Failed('broken off 已中断') : error;
  } finally {
    terminal.close();
    if (isSecret) process.stderr.write('\n');
  }
};

/** What the environment says, or else whoever sits at the terminal; never an argument, which others could read. */
const told = (variable: string, label: string, isSecret: boolean): Promise<string> => {
  const { [variable]: set = '' } = process.env;
  if (set !== '') return Promise.resolve(set);
  if (process.stdin.isTTY) return asked(label, isSecret);
  return Promise.reject(
    new Failed(`set ${variable}, or ask at a terminal 请设置 ${variable}，或在终端中运行`, EXIT.usage),
  );
};

export const toldName = (): Promise<string> => told('SIFANG_NAME', 'Name 登录名', false);
export const toldPassword = (): Promise<string> => told('SIFANG_PASSWORD', 'Password 密码', true);
export const toldNewPassword = (): Promise<string> => told('SIFANG_NEW_PASSWORD', 'New password 新密码', true);
