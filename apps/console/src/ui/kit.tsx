import { ConfigProvider, theme as antd, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import { usePreferences, type Preferences } from '../lib/preferences';

const own = (name: string) => `var(--${name})`;

/** Seeds have to be colours, because others are computed from them; they are those of `tokens.css`. */
const SEEDS = {
  light: { colorPrimary: '#1f4568', colorError: '#a6291b', colorBgBase: '#fcfbf7', colorTextBase: '#1b1a17' },
  dark: { colorPrimary: '#9dbfdd', colorError: '#f2917c', colorBgBase: '#1a1a17', colorTextBase: '#ebe8df' },
} as const;
const SIZES = {
  normal: { fontSize: 14, controlHeight: 30, controlHeightSM: 24, fontSizeSM: 12 },
  large: { fontSize: 18, controlHeight: 40, controlHeightSM: 32, fontSizeSM: 15 },
} as const;
const ALGORITHMS = { light: antd.defaultAlgorithm, dark: antd.darkAlgorithm } as const;
const LOCALES = { zh: zhCN, en: enUS } as const;

const themeOf = ({ theme, text }: Preferences): ThemeConfig => ({
  algorithm: ALGORITHMS[theme],
  token: {
    ...SEEDS[theme],
    ...SIZES[text],
    colorText: own('ink'),
    colorTextPlaceholder: own('ink-3'),
    colorBorder: own('ctl'),
    colorBgContainer: own('sheet'),
    colorBgElevated: own('sheet'),
    fontFamily: own('sans'),
    borderRadius: 2,
    motion: false,
    boxShadowSecondary: own('shadow'),
  },
});

/** The page's policy lets in only styles with the nonce of this page; the build has the server write it here. */
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** For controls that are hard to make: they look as the rest does. Loaded with the first of them. */
export const Kit = ({ children }: { readonly children: ReactNode }) => {
  const liked = usePreferences();
  return (
    <ConfigProvider locale={LOCALES[liked.language]} theme={themeOf(liked)} csp={{ nonce }} wave={{ disabled: true }}>
      {children}
    </ConfigProvider>
  );
};
