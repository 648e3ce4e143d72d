import type { ThemeConfig } from 'antd';

/** Colours that pass the contrast of WCAG 2.2 AA, dense as tables in an office are. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    // The lighter one that is derived fails contrast while the pointer rests on a button.
    colorPrimaryHover: '#0050c8',
    colorInfo: '#0958d9',
    colorLink: '#0958d9',
    colorError: '#cf1322',
    colorSuccess: '#237804',
    colorSuccessBg: '#f6ffed',
    colorWarning: '#874d00',
    colorWarningBg: '#fffbe6',
    colorTextDescription: 'rgba(0,0,0,.68)',
    colorTextPlaceholder: 'rgba(0,0,0,.6)',
    colorTextQuaternary: 'rgba(0,0,0,.6)',
    borderRadius: 4,
    fontFamily: '"Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Source Han Sans SC", system-ui, sans-serif',
  },
  cssVar: { key: 'dixian' },
};

/** The same for whoever has asked for as little motion as can be: what opens stands there at once. */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
