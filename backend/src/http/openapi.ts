import { errorCodes, file, noContent, problem, routes, routeStatus, type ErrorCode, type Route } from '@hearth/contract';
import * as z from 'zod';

type Json = Record<string, unknown>;

const ALWAYS: ErrorCode[] = ['VALIDATION', 'RATE_LIMITED', 'INTERNAL'];

/** The OpenAPI 3.1 document of every route in the contract. */
export function openApiDocument(version: string): Json {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const [name, definition] of Object.entries<Route>(routes)) {
    const path = `/api/v1${definition.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [definition.method.toLowerCase()]: operation(name, definition, components) };
  }
  const securitySchemes = { accessToken: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } };
  return {
    openapi: '3.1.0',
    info: { title: 'Hearth', version, description: 'Lists are keyset-paged. Errors are problem details (RFC 9457).' },
    paths,
    components: { schemas: components.schemas, securitySchemes },
  };
}

function operation(name: string, definition: Route, components: Components): Json {
  const parameters = [...parametersIn('path', definition.params, components), ...parametersIn('query', definition.query, components)];
  return {
    operationId: name,
    tags: [definition.tag],
    summary: definition.summary,
    ...(parameters.length > 0 && { parameters }),
    ...(definition.body && { requestBody: { required: true, content: json(components.of(definition.body, 'input')) } }),
    responses: { ...success(definition, components), ...refusals(definition, components) },
    ...(definition.auth !== 'public' && { security: [{ accessToken: [] }, ...(definition.auth === 'optional' ? [{}] : [])] }),
  };
}

const json = (schema: Json): Json => ({ 'application/json': { schema } });

function success(definition: Route, components: Components): Json {
  const status = routeStatus(definition);
  if (definition.response === noContent) return { [status]: { description: 'Done' } };
  if (definition.response === file)
    return { [status]: { description: 'The file', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } } };
  return { [status]: { description: 'Done', content: json(components.of(definition.response, 'output')) } };
}

function refusals(definition: Route, components: Components): Json {
  const byCaller: ErrorCode[] = definition.auth === 'public' ? [] : ['UNAUTHENTICATED'];
  if (definition.auth === 'admin') byCaller.push('MISSING_PERMISSION');
  const codes = new Set([...ALWAYS, ...byCaller, ...(definition.errors ?? [])]);
  const byStatus = Map.groupBy(codes, (code) => errorCodes[code][0]);
  const content = { 'application/problem+json': { schema: components.of(problem, 'output') } };
  return Object.fromEntries([...byStatus].map(([status, list]) => [status, { description: list.join(', '), content }]));
}

function parametersIn(place: 'path' | 'query', schema: z.ZodObject | undefined, components: Components): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = components.of(schema, 'input') as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: required.includes(name), schema: property }));
}

/** Schemas with an id stand once under `components`, whoever uses them. */
class Components {
  readonly schemas: Record<string, Json> = {};

  of(schema: z.ZodType, io: 'input' | 'output'): Json {
    const text = JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
    const converted = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Json & { $defs?: Record<string, Json> };
    for (const [name, definition] of Object.entries(converted.$defs ?? {})) this.schemas[name] = without(definition, 'id');
    return this.hoist(without(converted, '$schema', '$defs'));
  }

  // A schema that is itself named comes back whole, with its name in `id`.
  private hoist(schema: Json): Json {
    if (typeof schema['id'] !== 'string') return schema;
    this.schemas[schema['id']] = without(schema, 'id');
    return { $ref: `#/components/schemas/${schema['id']}` };
  }
}

const without = (json: Json, ...names: string[]): Json =>
  Object.fromEntries(Object.entries(json).filter(([name]) => !names.includes(name)));
