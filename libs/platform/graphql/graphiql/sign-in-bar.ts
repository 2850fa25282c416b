/** A line above the playground to sign in with, by name and password or by a token; nothing of it is sent to anybody but this server. */
export const SIGN_IN_BAR = `
<style>
  #sifang-sign-in { box-sizing: border-box; display: flex; gap: 0.5rem; align-items: center; height: 2.75rem; padding: 0 0.75rem;
    font: 14px/1.2 system-ui, sans-serif; background: #1d4e89; color: #fff; }
  #sifang-sign-in input { flex: 1; min-width: 6rem; padding: 0.3rem; border: 0; border-radius: 3px; font: 13px monospace; }
  #sifang-sign-in button { padding: 0.3rem 0.8rem; border: 0; border-radius: 3px; cursor: pointer; }
  #sifang-sign-in code { background: #ffffff26; padding: 0.15rem 0.35rem; border-radius: 3px; white-space: nowrap; }
  #root { height: calc(100% - 2.75rem) !important; }
</style>
<form id="sifang-sign-in">
  <label for="sifang-name">Name 登录名</label>
  <input id="sifang-name" autocomplete="username" spellcheck="false" placeholder="empty for a token 用令牌则留空">
  <label for="sifang-secret">Password or token 密码或令牌</label>
  <input id="sifang-secret" type="password" autocomplete="current-password">
  <button>Sign in 登录</button>
  <span id="sifang-said">Names 登录名: <code>npm run demo</code></span>
</form>`;

/** Where a name and a password make a session. */
const SIGN_IN = '/auth/sign-in';

const CHANGE = 'First choose another password 请先修改密码: npx sifang account password';
const CHOOSE = 'Say in which post you act 请先选定岗位: POST /auth/post';

/**
 * Starts the playground, and asks for the schema again when somebody else signs in. A session is the browser's own affair; a token stays
 * in this tab and goes along with every request and with every subscription's connection.
 */
export const startScript = (options: object): string => `
  const TOKEN = 'sifang-token';
  const token = () => sessionStorage.getItem(TOKEN) ?? '';
  const [name, secret, said] = ['name', 'secret', 'said'].map((one) => document.getElementById('sifang-' + one));
  const signIn = async (body) => {
    const headers = { 'content-type': 'application/json', 'accept-language': navigator.language };
    const answer = await fetch(${JSON.stringify(SIGN_IN)}, { method: 'POST', headers, body: JSON.stringify(body) });
    const { errors, mustChange, chosen } = await answer.json();
    if (errors) return errors[0].message;
    if (mustChange) return ${JSON.stringify(CHANGE)};
    return chosen ? '✓ ' + body.name : ${JSON.stringify(CHOOSE)};
  };
  document.getElementById('sifang-sign-in').addEventListener('submit', async (event) => {
    event.preventDefault();
    const [who, shown] = [name.value.trim(), secret.value];
    secret.value = '';
    sessionStorage.setItem(TOKEN, who === '' ? shown.trim() : '');
    said.textContent = who === '' ? '' : await signIn({ name: who, password: shown });
    document.querySelector('button[aria-label^="Re-fetch"]')?.click();
  });
  YogaGraphiQL.renderYogaGraphiQL(document.getElementById('root'), {
    ...${JSON.stringify(options).replaceAll('<', '\\u003c')},
    additionalHeaders: () => (token() ? { authorization: 'Bearer ' + token() } : {}),
    connectionParams: () => (token() ? { token: token() } : {}),
  });
`;
