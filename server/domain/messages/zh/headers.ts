import type { Message } from '../index.ts';

/** 接口说明中答复头的用语。 */
export const headers = {
  headerRequestId: { message: '请求的编号：请求带来的，或本服务生成的；日志中用同一编号。' },
  headerDemo: { message: '演示模式（`--demo`）的每个答复都为 `true`，其中内容并非实际政策；其他情况下不返回。' },
  headerTraceparent: { message: '原样返回请求的 traceparent；请求没有时不返回。' },
  headerCacheControl: { message: '可否缓存、缓存多久；按摘要的地址一年不变，结算从不缓存。' },
  headerContentSecurityPolicy: { message: '浏览器打开答复时允许加载什么。' },
  headerContentTypeOptions: { message: '浏览器不得自行猜测类型。' },
  headerVary: { message: '答复随哪些请求头而不同。' },
  headerContentLanguage: { message: '文字的语言。' },
  headerETag: { message: '答复内容的标记；放进 If-None-Match 再问，没有变化时应答 304。' },
  headerLink: { message: '下一页的地址；最后一页没有。' },
  headerLocation: { message: '所建之物的地址。' },
  headerSetCookie: { message: '登录的 Cookie；退出后为空。' },
  headerAllow: { message: '这一地址可用的方法。' },
  headerAuthenticate: { message: '如何出示密钥。' },
  headerRetryAfter: { message: '多少秒以后再来。' },
} satisfies Record<string, Message>;
