import { CannotGoOn } from './server.js';

/** Fetches from a server that should be there. Throws CannotGoOn, with what to do, when nobody answers. */
export const reached = async (url: string, path: string, request: RequestInit = {}): Promise<Response> => {
  try {
    return await fetch(`${url}${path}`, request);
  } catch {
    throw new CannotGoOn(`No server answers at ${url}; start one with "npm start" 服务未运行，请先执行 npm start`);
  }
};
