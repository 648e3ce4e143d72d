import type { Language } from '../../language/language.tsx';

/** Monaco in a language: its own texts are those of the language it was first opened in, until the page is loaded anew. */
export async function openMonaco(language: Language) {
  if (language === 'zh') await import('monaco-editor/nls/lang/zh-cn.js');
  return (await import('./monaco.ts')).monaco;
}

/** Monaco itself. */
export type Monaco = Awaited<ReturnType<typeof openMonaco>>;
