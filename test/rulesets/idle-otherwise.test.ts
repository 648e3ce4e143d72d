import { describe, expect, it } from 'vitest';
import type { Override } from '../../server/rulesets/language.ts';
import { liftedText, overtakenFigures, overtakenStandards } from '../../server/rulesets/lifted-text.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { trialRules } from './trial-rules.ts';

const maxBytes = 1 << 20;
const city = trialRules(`claims:
  stay:
    facts:
      hospital.level: {choice: [1, 2, 3]}
      care.kind: {choice: [home, institution], default: home}
      person.kind: {choice: [poor, old], default: none}
      person.all: {list: {choice: [poor, old]}, default: []}
      person.first: {firstOf: {list: person.all, order: [poor, old]}}
      stay.number: {integer: {atLeast: 1, atMost: 3}}
      stay.days: {integer: {atLeast: 0}}
      cost.a: {money: {}}
layers: [{name: basic, combine: one}]
standards:
  full.ratio: {value: {1: 0.5, 2: 0.4, 3: 0.3}, by: hospital.level, unit: share, better: higher}
  open.ratio: {value: {1: 0.5, otherwise: 0.3}, by: hospital.level, unit: share, better: higher}
  nested.ratio: {value: {1: {home: 0.5, institution: 0.4}, otherwise: {otherwise: 0.3}}, by: [hospital.level, care.kind], unit: share, better: higher}
  absent.ratio: {value: {poor: 0.5, old: 0.4, otherwise: 0.3}, by: person.kind, unit: share, better: higher}
  first.ratio: {value: {poor: 0.5, old: 0.4, otherwise: 0.3}, by: person.first, unit: share, better: higher}
  counted.ratio: {value: {1: 0.5, 2: 0.4, 3: 0.3}, by: stay.number, unit: share, better: higher}
  long.ratio: {value: {0: 0.5, otherwise: 0.3}, by: stay.days, unit: share, better: higher}
  one.ratio: {value: 0.3, unit: share, better: higher}
rules:
${['full', 'open', 'nested', 'absent', 'first', 'counted', 'long', 'one']
  .map(
    (id) =>
      `  - {name: ${id}, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [a], ratio: $${id}.ratio}}}`,
  )
  .join('\n')}
`);

const county = (body: string) => `kind: Override
jurisdiction: "990101"
extends: "990100"
effective: {from: 2024-01-01}
reason: 试
${body}
`;
const about = (body: string) =>
  checkDocument(county(body), { city, maxBytes })
    .findings.filter(({ code }) => code !== 'rulesBothPay')
    .map(({ code, at }) => `${code} ${at?.pointer}`);

describe('an otherwise of a county’s', () => {
  it.each([
    ['full.ratio: {otherwise: 0.6}', '/otherwise'],
    ['full.ratio: {1: 0.6, otherwise: 0.1}', '/otherwise'],
    ['nested.ratio: {1: {home: 0.6, otherwise: 0.1}}', '/1/otherwise'],
    ['counted.ratio: {otherwise: 0.6}', '/otherwise'],
    ['open.ratio: {2: 0.4, 3: 0.4, otherwise: 0.4}', '/otherwise'],
  ])('has no effect and is refused where every key is named: %s', (value, at) => {
    const id = value.split(':')[0];
    expect(about(`standards: {${value}}`)).toEqual([`otherwiseOfNothing /standards/${id}${at}`]);
  });

  it.each([
    'open.ratio: {otherwise: 0.4}',
    'open.ratio: {2: 0.5, otherwise: 0.4}',
    'nested.ratio: {otherwise: {otherwise: 0.4}}',
    'nested.ratio: {2: {home: 0.5, otherwise: 0.4}}',
    'absent.ratio: {otherwise: 0.4}',
    'first.ratio: {poor: 0.6, otherwise: 0.4}',
    'long.ratio: {otherwise: 0.4}',
  ])('stands where a key is left, or a claim that leaves the fact out: %s', (value) => {
    expect(about(`standards: {${value}}`)).toEqual([]);
  });

  it('is looked at below a key of the county’s own as well', () => {
    const forSome = (id: string, value: string) => `keyedStandards: {${id}: {by: care.kind, value: ${value}}}`;
    expect(about(forSome('full.ratio', '{home: {1: 0.6, otherwise: 0.1}}'))).toEqual([
      'otherwiseOfNothing /keyedStandards/full.ratio/value/home/otherwise',
    ]);
    expect(about(forSome('one.ratio', '{home: 0.6, institution: 0.5, otherwise: 0.4}'))).toEqual([
      'otherwiseOfNothing /keyedStandards/one.ratio/value/otherwise',
    ]);
    expect(about(forSome('one.ratio', '{home: 0.6, otherwise: 0.4}'))).toEqual([]);
  });

  it('is dropped where a text is made ready for a city that names every key now', () => {
    const lifted = (body: string) => {
      const text = county(body);
      const document = checkDocument(text, { maxBytes }).document as Override;
      return liftedText(text, document, city, overtakenStandards(overtakenFigures(text, city, maxBytes)));
    };
    expect(lifted('standards: {full.ratio: {1: 0.6, otherwise: 0.6}}')).toContain('full.ratio: {1: 0.6}');
    expect(lifted('standards: {full.ratio: {otherwise: 0.6}, one.ratio: 0.4}')).not.toContain('full.ratio');
  });
});
