import { describe, expect, it } from 'vitest';
import { chooseType, isOfType, languageOf, otherLanguageOf } from '../../server/http/negotiation.ts';

const json = { type: 'application/json' };

describe('otherLanguageOf', () => {
  it.each([
    [undefined, null],
    ['*', null],
    ['en', null],
    ['zh', null],
    ['fr', null],
    ['zh-CN, en;q=0.5', 'en'],
    ['en, zh;q=0.1', 'zh'],
    ['en, zh;q=0', null],
    ['en, *;q=0.5', 'zh'],
  ])('of %s is %s', (header, language) => {
    expect(otherLanguageOf(header)).toBe(language);
  });
});

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

describe('chooseType', () => {
  it.each([
    [undefined, true],
    ['*/*', true],
    ['application/*', true],
    ['text/html, application/json;q=0.1', true],
    ['text/html', false],
    ['application/json;q=0, */*', false],
    ['application/jsonp', false],
  ])('%s: %s', (header, taken) => {
    expect(chooseType(header, [json]) !== null).toBe(taken);
  });
});

describe('chooseType of several', () => {
  it.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/yaml', 'application/yaml'],
    ['application/json;q=0.5, application/yaml', 'application/yaml'],
    ['application/*', 'application/json'],
    ['application/yaml;q=0.1, */*;q=0.2', 'application/json'],
    ['text/html', null],
  ])('%s: %s', (header, type) => {
    expect(chooseType(header, [json, { type: 'application/yaml' }])).toBe(type);
  });
});

describe('isOfType', () => {
  it.each([
    ['application/json', true],
    ['Application/JSON; Charset="UTF-8"', true],
    ['application/json; charset=gbk', false],
    ['text/plain', false],
    ['application/jsonx', false],
    [undefined, false],
  ])('%s: %s', (header, taken) => {
    expect(isOfType(header, [json])).toBe(taken);
  });
});
