import { Injectable } from '@nestjs/common';
import type { Caller } from './caller.js';

/** Throws NOT_FOUND where the caller may not see the thing with this id. */
export type VisibilityCheck = (caller: Caller, id: string) => Promise<unknown>;

/**
 * What a caller may not see answers 404 before anything else about the request is looked at. Features register the check for the path
 * parameter that names their things; the endpoint interceptor runs it between parsing the parameters and the body.
 */
@Injectable()
export class Visibility {
  private readonly checks = new Map<string, VisibilityCheck>();

  register(parameter: string, check: VisibilityCheck): void {
    this.checks.set(parameter, check);
  }

  async require(caller: Caller, parameters: Record<string, unknown>): Promise<void> {
    for (const [parameter, value] of Object.entries(parameters)) {
      const check = this.checks.get(parameter);
      if (check && typeof value === 'string') await check(caller, value);
    }
  }
}
