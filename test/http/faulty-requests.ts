/** A request with many faults, and everything that is told of it. */
export interface FaultyRequest {
  /** Method and path. */
  readonly address: string;
  readonly what: string;
  /** Who sends it. */
  readonly by: 'administrator' | 'editor' | 'reviewer' | 'nobody';
  /** The file of its schema, and the name in it. */
  readonly schema: string;
  readonly request: object;
  /** Codes with pointers, in the order in which they are told. */
  readonly told: readonly string[];
}

/** A request for an evaluation that is wrong in all of its fields, the first of them missing. */
export const wrongEnvelope = {
  ward: 7,
  claim: [],
  explain: 'yes',
  ruleSet: { text: 'x', version: '1', baseVersion: 1 },
  asOf: 'now',
  date: '2019-02-30',
  jurisdiction: '37',
};

/** A request whose claim alone is wrong, in most of what a claim has. */
export const wrongClaim = {
  claim: {
    colour: 'red',
    history: { yaer: {}, year: { criticalIllness: { paid: -1, base: 0.001 } } },
    settled: [],
    paidElsewhere: { loss: 1, outOfScope: 'x' },
    cost: { outOfScope: -1, essentialDrug: 0.001 },
    stay: { number: 0 },
    hospital: { colour: 'red', place: 'city', level: 4 },
    person: { age: -1, category: 'x' },
    type: 'inpatient',
  },
  date: '2019-06-01',
  jurisdiction: '371525',
  id: '1',
};

const draft = { ward: 1, text: 1, date: 1 };

const settlement = {
  settlementDigest: 'x',
  history: { after: { year: { a: { paid: -1 } } } },
  layers: [{ lines: [{ paid: 'x', owed: -1, rule: 'Ä b' }], paid: 'x', layer: 'Ä b' }],
  ruleSet: { effectiveDigest: 'x', base: { digest: 'x', version: 'x', jurisdiction: '3' }, jurisdiction: '3' },
  format: 'x',
  date: 'x',
  jurisdiction: 7,
};

/** One at least for every address that takes several fields. */
export const faultyRequests: readonly FaultyRequest[] = [
  {
    ...{ address: 'POST /api/v1/evaluations', what: 'all of a request', by: 'nobody', schema: 'evaluation-request' },
    request: wrongEnvelope,
    told: [
      'requestFieldMissing /id',
      'requestNotCode /jurisdiction',
      'requestNotDate /date',
      'requestNotInstant /asOf',
      'requestNotTogether /asOf',
      'requestNotVersion /ruleSet/version',
      'requestWrongType /ruleSet/baseVersion',
      'requestFieldUnknown /ruleSet/text',
      'requestWrongType /explain',
      'claimNotMap /claim',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/evaluations', what: 'its claim', by: 'nobody', schema: 'evaluation-request' },
    request: wrongClaim,
    told: [
      'claimNotAnItem /claim/person/category',
      'claimFieldUnknown /claim/person/age',
      'claimNotAnItem /claim/hospital/level',
      'claimFieldUnknown /claim/hospital/colour',
      'claimOutOfRange /claim/stay/number',
      'factNeeded /claim/referral/status',
      'claimFieldMissing /claim/cost/inScope',
      'claimNotMoney /claim/cost/essentialDrug',
      'claimOutOfRange /claim/cost/outOfScope',
      'claimWrongType /claim/paidElsewhere/outOfScope',
      'claimFieldUnknown /claim/paidElsewhere/loss',
      'claimWrongType /claim/settled',
      'claimNotMoney /claim/history/year/criticalIllness/base',
      'claimOutOfRange /claim/history/year/criticalIllness/paid',
      'claimCounterUnknown /claim/history/yaer',
      'claimFieldUnknown /claim/colour',
    ],
  },
  {
    ...{ address: 'POST /api/v1/fundings', what: 'all of a request', by: 'nobody', schema: 'funding-request' },
    request: {
      ward: 7,
      moved: [{ amount: -1, to: 'Ä' }, 3],
      carriedOver: { accident: 'x' },
      claim: [],
      type: 'Ä',
      date: 1,
    },
    told: [
      'requestFieldMissing /jurisdiction',
      'requestWrongType /date',
      'requestNotAName /type',
      'claimNotMap /claim',
      'requestWrongType /carriedOver/accident',
      'requestFieldMissing /moved/0/from',
      'requestNotAName /moved/0/to',
      'requestOutOfRange /moved/0/amount',
      'requestWrongType /moved/1',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/fundings', what: 'its claim', by: 'nobody', schema: 'funding-request' },
    request: {
      claim: { ward: 7, funding: { waived: 1, households: -1 } },
      date: '2019-06-01',
      jurisdiction: '371525',
    },
    told: [
      'claimOutOfRange /claim/funding/households',
      'claimFieldUnknown /claim/funding/waived',
      'claimFieldUnknown /claim/ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/settlements/verify', what: 'a request', by: 'nobody', schema: 'verification-request' },
    request: { ward: 7, claim: [], settlement },
    told: [
      'requestWrongType /settlement/jurisdiction',
      'requestNotDate /settlement/date',
      'requestWrongType /settlement/format',
      'requestNotCode /settlement/ruleSet/jurisdiction',
      'requestFieldMissing /settlement/ruleSet/version',
      'requestFieldMissing /settlement/ruleSet/digest',
      'requestNotCode /settlement/ruleSet/base/jurisdiction',
      'requestFieldMissing /settlement/claimType',
      'requestFieldMissing /settlement/eligible',
      'requestNotAName /settlement/layers/0/layer',
      'requestWrongType /settlement/layers/0/paid',
      'requestNotAName /settlement/layers/0/lines/0/rule',
      'requestOutOfRange /settlement/layers/0/lines/0/owed',
      'requestWrongType /settlement/layers/0/lines/0/paid',
      'requestFieldMissing /settlement/layers/0/lines/0/boundBy',
      'requestFieldMissing /settlement/paid',
      'requestFieldMissing /settlement/selfPay',
      'requestFieldMissing /settlement/history/before',
      'requestOutOfRange /settlement/history/after/year/a/paid',
      'claimNotMap /claim',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/edges', what: 'a request with a text', by: 'nobody', schema: 'edges-request' },
    request: { ward: 7, limit: 0, draft, from: 7 },
    told: [
      'requestWrongType /from',
      'requestFieldMissing /draft/jurisdiction',
      'requestWrongType /draft/date',
      'requestWrongType /draft/text',
      'requestFieldUnknown /draft/ward',
      'requestOutOfRange /limit',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/edges', what: 'one without a second side', by: 'nobody', schema: 'edges-request' },
    request: { ward: 7, limit: 0, from: 7 },
    told: [
      'requestWrongType /from',
      'requestFieldMissing /to',
      'requestOutOfRange /limit',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/proofs', what: 'one with two second sides', by: 'nobody', schema: 'proof-request' },
    request: { ward: 7, draft, to: 8 },
    told: [
      'requestFieldMissing /from',
      'requestWrongType /to',
      'requestNotTogether /draft',
      'requestFieldMissing /draft/jurisdiction',
      'requestWrongType /draft/date',
      'requestWrongType /draft/text',
      'requestFieldUnknown /draft/ward',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/setup', what: 'a request', by: 'nobody', schema: 'people#setUpRequest' },
    request: { ward: 7, password: 1, name: '', staffNumber: 'x' },
    told: [
      'requestFieldMissing /token',
      'staffNumberMalformed /staffNumber',
      'accountNameLength /name',
      'requestWrongType /password',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/invitations', what: 'a request', by: 'nobody', schema: 'people#invitationRequest' },
    request: { ward: 7, password: 1 },
    told: ['requestFieldMissing /token', 'requestWrongType /password', 'requestFieldUnknown /ward'],
  },
  {
    ...{ address: 'POST /api/v1/session', what: 'a request', by: 'nobody', schema: 'people#signInRequest' },
    request: { ward: 7, password: 1 },
    told: ['requestFieldMissing /staffNumber', 'requestWrongType /password', 'requestFieldUnknown /ward'],
  },
  {
    ...{ address: 'PUT /api/v1/session/password', what: 'a request', by: 'editor', schema: 'people#passwordRequest' },
    request: { ward: 7, next: 1 },
    told: ['requestFieldMissing /current', 'requestWrongType /next', 'requestFieldUnknown /ward'],
  },
  {
    ...{ address: 'POST /api/v1/accounts', what: 'a request', by: 'administrator', schema: 'people#newAccountRequest' },
    request: {
      ward: 7,
      grants: [{ colour: 1, role: 'x' }, { colour: 1, jurisdiction: '371500', role: 'countyEditor' }, {}],
      name: '',
    },
    told: [
      'requestFieldMissing /staffNumber',
      'accountNameLength /name',
      'grantRoleUnknown /grants/0/role',
      'requestFieldUnknown /grants/0/colour',
      'grantPlace /grants/1/jurisdiction',
      'requestFieldUnknown /grants/1/colour',
      'grantRoleUnknown /grants/2/role',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'PATCH /api/v1/accounts/{staffNumber}', what: 'a request', by: 'administrator' },
    schema: 'people#accountChangeRequest',
    request: { ward: 7, invite: 1, locked: 1, grants: 1, name: '' },
    told: [
      'accountNameLength /name',
      'requestWrongType /grants',
      'requestWrongType /locked',
      'requestWrongType /invite',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/api-keys', what: 'a request', by: 'administrator', schema: 'people#keyRequest' },
    request: { ward: 7, expires: 'x', jurisdictions: ['x'], scopes: ['y', 'evaluate', 'z'] },
    told: [
      'requestFieldMissing /name',
      'apiKeyScopeUnknown /scopes/0',
      'apiKeyScopeUnknown /scopes/2',
      'unknownJurisdiction /jurisdictions/0',
      'requestNotDate /expires',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/drafts', what: 'a request', by: 'editor', schema: 'workflow#newDraftRequest' },
    request: { ward: 7, version: 'x', date: 'x' },
    told: [
      'requestFieldMissing /jurisdiction',
      'requestNotDate /date',
      'requestNotVersion /version',
      'requestNotTogether /version',
      'requestFieldUnknown /ward',
    ],
  },
  {
    ...{ address: 'POST /api/v1/drafts/{id}/comments', what: 'a request', by: 'editor' },
    schema: 'workflow#commentRequest',
    request: { ward: 7, standard: 'X' },
    told: ['requestFieldMissing /text', 'requestNotAName /standard', 'requestFieldUnknown /ward'],
  },
  {
    ...{ address: 'POST /api/v1/drafts/{id}/approvals', what: 'a request', by: 'reviewer' },
    schema: 'workflow#approvalRequest',
    request: { ward: 7, reason: '', digest: 'x' },
    told: ['requestNotDigest /digest', 'wordsLength /reason', 'requestFieldUnknown /ward'],
  },
];
