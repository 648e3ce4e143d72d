import { digest } from '../../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { type Named, resolve } from '../../server/rulesets/resolve.ts';

/** A small city plan with one of everything that resolution looks at. */
export const CITY = `
kind: RuleSet
jurisdiction: "371500"
effective: {from: 2019-01-01, to: 2019-12-31}
title: {zh: 某市规则, en: a city's rules}
clauses: {"3.1": 三（一）}
payers: {fund: {label: {zh: 基金, en: the fund}, department: 人社局}}
products:
  accident: {label: 意外险, period: {from: 2019-02-01, to: 2020-01-31}, waivable: true}
claims:
  inpatient:
    label: 住院
    date: discharge
    facts:
      discharge: {label: 出院日期, date: }
      hospital.level: {label: 级别, choice: {1: 一级, 2: 二级, 3: 三级}}
      hospital.place: {choice: [home, away], default: home}
      referral.status: {choice: [notNeeded, missing, none], default: {by: hospital.place, value: {home: notNeeded}}}
      person.age: {integer: {atLeast: 0}, default: none}
      person.illness: {choice: [none, cancer], default: none}
      stay.days: {daysBetween: [referral.from, discharge]}
      referral.from: {date: true, default: none}
      accident.grades: {list: integers, default: []}
      cost.inScope: {money: }
      cost.drug: {money: {partOf: inScope}, default: 0}
  outpatient:
    facts: {cost.fee: {money: {}}, illness.disease: {text: , default: none}}
costs: [{item: classB, to: inScope, share: $counting.classB, rest: outOfScope}]
layers:
  - {name: basic, zh: 基本医保, en: basic insurance, payer: fund, channel: $service.channel, combine: one}
  - {name: critical, label: 大病, payer: {zh: 保险公司, en: the insurer}}
  - {name: accident}
  - {name: funding}
standards:
  counting.classB: {unit: share, better: higher, value: 0.8}
  service.channel: {unit: choice, order: [offline, oneStop], value: offline}
  basic.deductible: {unit: CNY, by: hospital.level, better: lower, clause: "3.1", label: 起付线, value: {1: 200, 2: 500, 3: 900}}
  basic.ratio: {unit: share, better: higher, range: {below: 1}, value: 0.7}
  basic.cap: {unit: CNY, better: higher, county: fixed, value: 15000}
  critical.bands: {unit: share, better: higher, value: [{from: 0, to: 100000, value: 0.55}, {from: 100000, value: 0.65}]}
  critical.deductible: {unit: CNY, by: [terms], better: lower, verified: false, value: {full: 6000, otherwise: 12000}}
  chronic.diseases: {unit: list, better: wider, group: chronic, value: none}
  chronic.ratio: {unit: share, better: higher, group: chronic, value: none}
  accident.sum: {unit: CNY, better: higher, value: 30000}
  accident.shares: {unit: share, by: accident.grade, better: higher, value: {1: 1, 2: 0.5}}
  accident.premium: {unit: CNY, better: higher, county: advise, value: 10}
  accident.days: {unit: days, better: higher, value: 90}
  withheld.terms: {unit: terms, value: {critical: ordinary}}
  chronic.insideCap: {unit: boolean, better: false, value: false}
limits:
  - {name: basicYear, over: [basic], per: year, atMost: $basic.cap}
  - {name: bearsSome, leave: $accident.premium, of: [inScope]}
  - name: chronicInside
    conditions: {all: [{fact: $chronic.insideCap, operator: equal, value: true}]}
    over: [chronicFee, criticalYear]
    per: year
    atMost: $basic.cap
  - {name: sumEvent, over: [accidentScale, accidentDays], binds: [accidentScale], per: event, atMost: $accident.sum}
rules:
  - name: noReferral
    conditions: {all: [{fact: claim.type, operator: equal, value: inpatient}, {fact: referral.status, operator: equal, value: missing}]}
    event: {type: terms, params: {terms: $withheld.terms}}
  - name: basicStay
    layer: basic
    label: 住院报销
    clause: "3.1"
    conditions: {all: [{fact: claim.type, operator: equal, value: inpatient}]}
    event: {type: reimburse, params: {of: [inScope], deductible: $basic.deductible, ratio: $basic.ratio, parts: {drug: $basic.ratio}}}
  - name: criticalYear
    layer: critical
    conditions: {all: [{fact: claim.type, operator: equal, value: inpatient}]}
    event: {type: reimburse, params: {of: [inScope], year: true, deductible: $critical.deductible, bands: $critical.bands}}
  - name: chronicFee
    layer: basic
    conditions: {all: [{fact: claim.type, operator: equal, value: outpatient}, {fact: illness.disease, operator: in, value: {fact: $chronic.diseases}}]}
    event: {type: reimburse, params: {of: [fee], ratio: $chronic.ratio}}
  - name: accidentScale
    layer: accident
    conditions: {all: [{fact: claim.type, operator: equal, value: inpatient}]}
    event: {type: scale, params: {sum: $accident.sum, shares: $accident.shares, grades: accident.grades}}
  - name: accidentDays
    layer: accident
    conditions: {all: [{fact: claim.type, operator: equal, value: inpatient}]}
    event: {type: allowance, params: {rate: $accident.premium, count: stay.days, atMost: $accident.days, per: year}}
  - name: fundAccident
    layer: funding
    conditions: {all: []}
    event: {type: fund, params: {count: person.age, premium: {amount: $accident.premium}, shares: {}, rest: county}}
readings: [{id: bandsFromZero, zh: 自零起算, rule: criticalYear, standard: $critical.bands}]
leftOut: [{clause: "7", label: 组织领导}]
`;

/** A county's text on top of it; `body` holds standards, adds and waivers. */
export function county(body: string): string {
  return `
kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {from: 2019-07-01}
reason: 提高标准
${body}`;
}

/** A text as a document with a version's name. */
export function named<Document extends RuleSet | Override>(text: string): Named<Document> {
  const { document, findings } = parseDocument(text, { maxBytes: 1_000_000 });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  const { jurisdiction } = document as RuleSet;
  return { document: document as Document, name: { jurisdiction, version: '1.0.0', digest: digest(document) } };
}

/** The small plan resolved, alone or with a county's text. */
export function effective(override?: string): EffectiveRuleSet {
  return resolve(named<RuleSet>(CITY), override === undefined ? null : named<Override>(county(override)));
}
