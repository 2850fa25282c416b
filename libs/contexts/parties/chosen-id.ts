/** For clients that must know an id before they are answered, such as imports and offline devices. */
export const CHOSEN = { en: 'Its id, where the client chooses it.', zh: '编号（由客户端指定时填写）。' };
