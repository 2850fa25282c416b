import type { Issuer } from '#platform/openid-connect';
import type { Alarm, Probe } from '#platform/telemetry';

const unavailable: Alarm = {
  name: 'issuer',
  of: 'issuer',
  text: {
    en: 'The issuer of OIDC_ISSUER does not answer as one: passwords and sessions go on. See what the log says of it.',
    zh: 'OIDC_ISSUER 所指的签发方无法正常应答：密码登录与已有会话不受影响，详见日志。',
  },
  facts: {},
};

/** Says when the issuer that vouches for people does not answer. What waits for it is no reason to wait here: the next look tells. */
export const issuerProbe =
  (issuer: Pick<Issuer, 'isAnswering' | 'look'>): Probe =>
  () => {
    void issuer.look();
    const { isAnswering } = issuer;
    const help = { en: 'Whether the issuer of OIDC_ISSUER does not answer.', zh: '统一身份认证签发方是否无应答。' };
    return Promise.resolve({
      metrics: [{ name: 'issuer_unavailable', help, value: isAnswering ? 0 : 1 }],
      alarms: isAnswering ? [] : [unavailable],
    });
  };
