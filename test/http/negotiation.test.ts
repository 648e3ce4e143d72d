import { describe, expect, it } from 'vitest';
import { accepts, isJson, languageOf } from '../../server/http/negotiation.ts';

describe('languageOf', () => {
  it.each([
    [undefined, 'zh'],
    ['*', 'zh'],
    ['en', 'en'],
    ['EN-us', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['fr', 'zh'],
    ['fr, en;q=0.1', 'en'],
    ['en;q=0.2, *;q=0.5', 'zh'],
    ['en;q=0', 'zh'],
    ['en;q=nonsense', 'zh'],
  ])('of %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe('accepts', () => {
  it.each([
    [undefined, true],
    ['*/*', true],
    ['application/*', true],
    ['text/html, application/json;q=0.1', true],
    ['text/html', false],
    ['application/json;q=0, */*', false],
    ['application/jsonp', false],
  ])('%s: %s', (header, taken) => {
    expect(accepts(header, 'application/json')).toBe(taken);
  });
});

describe('isJson', () => {
  it.each([
    ['application/json', true],
    ['Application/JSON; Charset="UTF-8"', true],
    ['application/json; charset=gbk', false],
    ['text/plain', false],
    ['application/jsonx', false],
    [undefined, false],
  ])('%s: %s', (header, taken) => {
    expect(isJson(header)).toBe(taken);
  });
});
