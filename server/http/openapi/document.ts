import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import { isScope } from '../needed.ts';
import { commonProblems } from '../problem-groups.ts';
import { statusOf } from '../problem-status.ts';
import type { Content, Parameter, Route, StreamRoute } from '../route.ts';
import { Components, type JsonSchema } from './components.ts';
import { type Example, examplesOf, problemExample } from './examples.ts';
import { generalReferences, generalResponses } from './general-responses.ts';
import { headerComponents, problemHeaders, successHeaders } from './response-headers.ts';
import { documents } from './schemas.ts';

/** What an OpenAPI document is made of. */
export interface ApiDescription {
  readonly version: string;
  readonly routes: readonly (Route | StreamRoute)[];
  readonly language: Language;
  /** Claims by the rules at hand: the name of a component and its schema. */
  readonly claims: ReadonlyMap<string, JsonSchema>;
  /** Whether keys are asked for. */
  readonly keys: boolean;
}

/** The OpenAPI 3.1 document of the routes; everything in it comes from the routes, the schemas and the examples. */
export function openApiDocument(description: ApiDescription): JsonSchema {
  const { version, routes, language, keys } = description;
  const components = new Components(documents);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const methods = paths[route.path] ?? {};
    const operation = operationOf(route, description, components);
    methods[route.method.toLowerCase()] = operation;
    if (route.method === 'GET') methods.head = headOf(operation);
    paths[route.path] = methods;
  }
  withClaims(components, description.claims);
  const responses = generalResponses(components, language);
  return {
    openapi: '3.1.0',
    info: {
      title: say('apiTitle', {}, language).message,
      version,
      description: say('apiDescription', {}, language).message,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    ...(keys ? { security: [{ key: [] }] } : {}),
    paths,
    components: {
      schemas: components.all(),
      responses,
      headers: headerComponents(language),
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: say('apiKey', {}, language).message },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'dixian_session',
          description: say('apiSession', {}, language).message,
        },
      },
    },
  };
}

/**
 * The claim of a request: one of the types that the rules at hand declare, or one that other rules declare, which only its
 * type is known of.
 */
function withClaims(components: Components, claims: ReadonlyMap<string, JsonSchema>): void {
  const references = [...claims].map(([name, schema]) => components.add(name, schema));
  if (references.length > 0) components.extend('EvaluationRequest', 'claim', references);
}

function operationOf(route: Route | StreamRoute, description: ApiDescription, components: Components): JsonSchema {
  const { language, keys } = description;
  const own = examplesOf(route.operation);
  const [, , , tag = 'service'] = route.path.split('/');
  return {
    operationId: route.operation,
    summary: route.summary[language],
    ...(route.description === undefined ? {} : { description: route.description[language] }),
    tags: [route.path.startsWith('/api/') ? tag : 'service'],
    ...securityOf(route, keys),
    ...(route.parameters === undefined
      ? {}
      : { parameters: route.parameters.map((one) => parameterOf(one, own, language)) }),
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: contentsOf(route.body.contents, components, requestExamples(own, language)),
          },
        }),
    responses: responsesOf(route, own, description, components),
  };
}

/** Keys do nothing that is a person's to do. */
function securityOf({ scope }: Route | StreamRoute, keys: boolean): JsonSchema {
  if (scope === null) return keys ? { security: [] } : {};
  if (!isScope(scope)) return { security: [{ session: [] }] };
  return keys && scope !== 'metrics' ? { security: [{ key: [] }, { session: [] }] } : {};
}

/** The same question by HEAD: the same answers without their bodies. */
function headOf({ responses, ...operation }: JsonSchema): JsonSchema {
  const bodiless = Object.entries(responses as Readonly<Record<string, JsonSchema>>).map(
    ([status, { content, ...response }]) => [status, response] as const,
  );
  return { ...operation, operationId: `${operation.operationId}Head`, responses: Object.fromEntries(bodiless) };
}

function parameterOf(
  { name, in: place, required, description, schema }: Parameter,
  own: readonly Example[],
  language: Language,
) {
  const good = own.filter(({ status }) => status < 300);
  const example = good
    .map(({ parameters, headers }) => (place === 'header' ? headers : parameters)?.[name])
    .find((value) => value !== undefined);
  return {
    name,
    in: place,
    required,
    description: description[language],
    schema,
    ...(example === undefined ? {} : { example: schema.type === 'integer' ? Number(example) : example }),
  };
}

function requestExamples(own: readonly Example[], language: Language): JsonSchema {
  const good = own.filter(({ body, status }) => body !== undefined && status < 300);
  return Object.fromEntries(good.map(({ name, summary, body }) => [name, { summary: summary[language], value: body }]));
}

function contentsOf(contents: readonly Content[], components: Components, examples: JsonSchema): JsonSchema {
  const shown = Object.keys(examples).length === 0 ? {} : { examples };
  return Object.fromEntries(
    contents.map((content) => [content.type, { ...describedBy(content, components), ...shown }]),
  );
}

/** OpenAPI 3.1 has no word for one value a line; `x-itemSchema` is what 3.2 calls `itemSchema`. */
function describedBy({ schema, line }: Content, components: Components): JsonSchema {
  const lines = line === undefined ? {} : { 'x-itemSchema': components.reference(line) };
  return { schema: schemaOf(schema, components), ...lines };
}

function schemaOf(schema: Content['schema'], components: Components): JsonSchema {
  return typeof schema === 'string' ? components.reference(schema) : schema;
}

function responsesOf(
  route: Route | StreamRoute,
  own: readonly Example[],
  { language }: ApiDescription,
  components: Components,
): JsonSchema {
  const responses: Record<string, unknown> = {
    ...generalReferences,
    [String(route.success ?? 200)]: {
      description: route.summary[language],
      headers: successHeaders(route),
      ...(route.contents.length === 0
        ? {}
        : {
            content: Object.fromEntries(
              route.contents.map((content) => [
                content.type,
                { ...describedBy(content, components), ...answerExamples(own, content.type, language) },
              ]),
            ),
          }),
    },
  };
  if (route.conditional === true) {
    responses['304'] = {
      description: say('apiNotModified', {}, language).message,
      headers: successHeaders(route),
    };
  }
  const codes = [...new Set([...commonProblems(route), ...route.problems])];
  for (const status of new Set(codes.map(statusOf))) {
    const shown = codes
      .filter((code) => statusOf(code) === status)
      .flatMap((code) => problemExample(code, route.operation));
    responses[String(status)] = {
      description: say(`problem${status}`, {}, language).message,
      headers: problemHeaders(status),
      content: {
        'application/problem+json': {
          schema: components.reference('problem.schema.json'),
          examples: Object.fromEntries(
            shown.map(({ name, summary, answer }) => [name, { summary: summary[language], value: answer }]),
          ),
        },
      },
    };
  }
  if (route.operation === 'readyz') {
    responses['503'] = {
      description: say('problem503', {}, language).message,
      headers: successHeaders(route),
      content: { 'application/json': { schema: components.reference('service.schema.json#/$defs/readiness') } },
    };
  }
  return responses;
}

function answerExamples(own: readonly Example[], type: string, language: Language): JsonSchema {
  const good = own.filter((one) => one.status < 300 && one.type === type);
  if (good.length === 0) return {};
  return {
    examples: Object.fromEntries(
      good.map(({ name, summary, answer }) => [name, { summary: summary[language], value: answer }]),
    ),
  };
}
