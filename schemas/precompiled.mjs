// What Ajv makes of our schemas, made once by the build and not at every start: a plugin of esbuild that puts it in the place
// of server/rulesets/schema-verdict.ts. Both take the same options (ajv-settings.json) and the same schemas.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import standalone from 'ajv/dist/standalone/index.js';

const replaced = /[\\/]server[\\/]rulesets[\\/]schema-verdict\.ts$/;

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** The schemas that schemas.ts takes in: those of documents, not those of answers. */
function schemasOf(root) {
  const source = readFileSync(join(root, 'server/rulesets/schemas.ts'), 'utf8');
  return [...source.matchAll(/from '\.\.\/\.\.\/(schemas\/[\w.-]+\.json)'/g)].map(([, path]) => read(join(root, path)));
}

/** The module that stands in for schema-verdict.ts. */
function verdictModule(root) {
  const { options, vocabulary } = read(join(root, 'server/rulesets/ajv-settings.json'));
  const code = { source: true, esm: true, optimize: false, formats: _`formats` };
  const ajv = new Ajv2020({ ...options, messages: false, code });
  // Only named in the code; what they mean is imported by it.
  for (const name of ['date', 'instant', 'money'])
    ajv.addFormat(name, { type: name === 'money' ? 'number' : 'string', validate: () => true });
  ajv.addVocabulary(vocabulary);
  const schemas = schemasOf(root);
  for (const schema of schemas) ajv.addSchema(schema);
  const names = schemas.map((_schema, index) => `validator${index}`);
  const compiled = standalone.default(ajv, Object.fromEntries(schemas.map(({ $id }, index) => [names[index], $id])));
  const imports = [];
  const own = compiled.replace(/require\("(ajv\/dist\/runtime\/(\w+))"\)/g, (_match, path, name) => {
    imports.push(`import ${name} from '${path}.js';`);
    return name;
  });
  return `${[...new Set(imports)].join('\n')}
import { ajvFormats as formats } from './schemas.ts';
${own}
const byId = { ${schemas.map(({ $id }, index) => `${JSON.stringify($id)}: ${names[index]}`).join(', ')} };
export function fits(id, data) { return byId[id](data) === true; }
`;
}

/** The plugin, for a build of the checkout at `root`. */
export function precompiledSchemas(root) {
  return {
    name: 'precompiled-schemas',
    setup({ onLoad, esbuild }) {
      onLoad({ filter: replaced }, async ({ path }) => {
        // Half as long to read; nobody looks into it.
        const { code } = await esbuild.transform(verdictModule(root), { minify: true, format: 'esm' });
        return { contents: code, loader: 'js', resolveDir: join(path, '..') };
      });
    },
  };
}
