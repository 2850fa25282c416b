/** What the schema says of an id that clients choose, because they must know it before they are answered: imports, offline devices. */
export const CHOSEN = { en: 'Its id, where the client chooses it.', zh: '编号（由客户端指定时填写）。' };
