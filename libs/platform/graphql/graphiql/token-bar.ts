/** A line above the playground for the token; it stays in this tab and is sent to nobody but this server. */
export const TOKEN_BAR = `
<style>
  #sifang-token { box-sizing: border-box; display: flex; gap: 0.5rem; align-items: center; height: 2.75rem; padding: 0 0.75rem;
    font: 14px/1.2 system-ui, sans-serif; background: #1d4e89; color: #fff; }
  #sifang-token input { flex: 1; min-width: 8rem; padding: 0.3rem; border: 0; border-radius: 3px; font: 13px monospace; }
  #sifang-token button { padding: 0.3rem 0.8rem; border: 0; border-radius: 3px; cursor: pointer; }
  #sifang-token code { background: #ffffff26; padding: 0.15rem 0.35rem; border-radius: 3px; white-space: nowrap; }
  #root { height: calc(100% - 2.75rem) !important; }
</style>
<form id="sifang-token">
  <label for="sifang-token-value">Token 令牌</label>
  <input id="sifang-token-value" type="password" autocomplete="off" spellcheck="false">
  <button>Use 使用</button>
  <span>Get one 获取: <code>npm run token -- --as inspector</code></span>
</form>`;

/** Starts the playground, and asks for the schema again when the token changes; the token goes along with every request and with every subscription's connection. */
export const startScript = (options: object): string => `
  const TOKEN = 'sifang-token';
  const token = () => sessionStorage.getItem(TOKEN) ?? '';
  const form = document.getElementById('sifang-token');
  const field = document.getElementById('sifang-token-value');
  field.value = token();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sessionStorage.setItem(TOKEN, field.value.trim());
    document.querySelector('button[aria-label^="Re-fetch"]')?.click();
  });
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    ...${JSON.stringify(options).replaceAll('<', '\\u003c')},
    additionalHeaders: () => (token() ? { authorization: 'Bearer ' + token() } : {}),
    connectionParams: () => ({ token: token() }),
  });
`;
