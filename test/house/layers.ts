import { builtinModules } from 'node:module';
import { cruise, type IFlattenedRuleSet, type IForbiddenRuleType, type IViolation } from 'dependency-cruiser';

/** The house from top to bottom: a folder may import what stands below it, never above. */
export const layers = [
  'editor',
  'client',
  'server/main.ts',
  'server/worker.ts',
  'server/solver-thread.ts',
  'server/library',
  'server/cli',
  'server/http',
  'server/usecases',
  'server/access',
  'server/store',
  'server/solver',
  'server/workflow',
  'server/analysis',
  'server/engine',
  'server/rulesets',
  'server/domain',
  'schemas',
  'rules',
] as const;

/** Packages that one folder alone may know, so that each could be exchanged in one place. */
export const keepers = {
  lowdb: 'server/store',
  express: 'server/http',
  'openapi-fetch': 'client',
  '@noble/hashes': 'server/domain',
  ajv: 'server/rulesets',
  yaml: 'server/rulesets',
  'json-rules-engine': 'server/engine',
  commander: 'server/cli',
  'z3-solver': 'server/solver',
} as const;

/** Folders without file, clock, network or random: nothing in them imports anything of Node; of what needs no import see `pure.test.ts`. */
export const pure = [
  'server/library',
  'server/access',
  'server/workflow',
  'server/analysis',
  'server/engine',
  'server/rulesets',
  'server/domain',
] as const;

/** What Node has and a browser has not. */
const builtins = `^(node:)?(${builtinModules.map((name) => name.replaceAll('/', '\\/')).join('|')})$`;

const within = (path: string) => `^${path.replaceAll('.', '\\.')}${path.endsWith('.ts') ? '$' : '/'}`;

/** The rules, each named after what it forbids. */
export function houseRules(): IFlattenedRuleSet {
  const upward = layers.slice(1).map(
    (layer, index): IForbiddenRuleType => ({
      name: `upward-from-${layer}`,
      severity: 'error',
      from: { path: within(layer) },
      to: { path: layers.slice(0, index + 1).map(within) },
    }),
  );
  const kept = Object.entries(keepers).map(
    ([name, keeper]): IForbiddenRuleType => ({
      name: `only-${keeper}-knows-${name}`,
      severity: 'error',
      from: { path: '^(server|editor|client)/', pathNot: within(keeper) },
      to: { path: `(^|node_modules/)${name}(/|$)` },
    }),
  );
  return {
    forbidden: [
      ...upward,
      ...kept,
      {
        name: 'pure-without-node',
        severity: 'error',
        from: { path: pure.map(within) },
        to: { dependencyTypes: ['core'] },
      },
      {
        // Also through what it imports: the library runs in a browser.
        name: 'library-without-node',
        severity: 'error',
        from: { path: within('server/library') },
        to: { path: builtins, reachable: true },
      },
      {
        name: 'library-for-others-only',
        severity: 'error',
        from: { path: '^(server|editor)/', pathNot: within('server/library') },
        to: { path: within('server/library') },
      },
      {
        // Parse, call one use case, shape the answer: types of rows may be named there, and nothing is stored.
        name: 'http-without-store',
        severity: 'error',
        from: { path: within('server/http') },
        to: { path: within('server/store'), dependencyTypesNot: ['type-only'] },
      },
      {
        name: 'product-without-tests',
        severity: 'error',
        from: { path: '^(server|editor|client)/' },
        to: { path: '^(test|bench)/' },
      },
      { name: 'all-found', severity: 'error', from: {}, to: { couldNotResolve: true } },
      {
        name: 'over-http-only',
        severity: 'error',
        from: { path: '^(editor|client)/' },
        to: { path: '^server/' },
      },
      {
        // Also through what it imports: it runs in a browser.
        name: 'client-without-node',
        severity: 'error',
        from: { path: '^client/.*\\.ts$' },
        to: { path: builtins, reachable: true },
      },
      {
        name: 'client-for-others-only',
        severity: 'error',
        from: { path: '^(server|editor|schemas)/' },
        to: { path: '^client/' },
      },
    ],
  };
}

/** What a cruise over the TypeScript sources in `root` found. */
export async function cruiseHouse(root: string): Promise<{ modules: number; violations: readonly IViolation[] }> {
  const { output } = await cruise(
    ['server', 'client'],
    {
      baseDir: root,
      validate: true,
      ruleSet: houseRules(),
      // Type imports are arrows too.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
    },
    {
      extensions: ['.ts', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  );
  if (typeof output === 'string') throw new Error(output);
  const own = output.modules.filter(({ source }) => source.startsWith('server/') && source.endsWith('.ts'));
  return { modules: own.length, violations: output.summary.violations };
}
