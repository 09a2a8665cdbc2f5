import { describe, expect, it } from '@jest/globals';
import { routes, type Route } from '@hearth/contract';
import { openApiDocument } from './openapi.js';

interface Document {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, unknown> }>>;
  components: { schemas: Record<string, unknown> };
}

const document = openApiDocument('1.2.3') as unknown as Document;

describe('openApiDocument', () => {
  it('has every route once', () => {
    const ids = Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(ids.toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  it('resolves every reference', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map((match) => match[1] ?? '');
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([]);
    expect(text).not.toContain('$defs');
  });

  it('names no path parameter that a path lacks', () => {
    for (const [name, route] of Object.entries<Route>(routes)) {
      const path = `/api/v1${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
      expect(document.paths[path]?.[route.method.toLowerCase()]?.operationId).toBe(name);
    }
  });

  it('answers 401 where somebody must be signed in', () => {
    expect(document.paths['/api/v1/users/me']?.['get']?.responses).toHaveProperty('401');
    expect(document.paths['/api/v1/instance']?.['get']?.responses).not.toHaveProperty('401');
  });
});
