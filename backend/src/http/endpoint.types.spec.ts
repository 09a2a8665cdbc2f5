import { expect, it } from '@jest/globals';
import { createMessage, getInstance, type Input } from '@hearth/contract';
import { OnEvent } from '../realtime/on-event.decorator.js';
import type { Caller } from './caller.js';
import { Endpoint } from './endpoint.decorator.js';

// Checked by the compiler: each line under `@ts-expect-error` must not compile, or the type check fails.
export class Handlers {
  @Endpoint(getInstance)
  right(_input: Input<typeof getInstance>, _caller: undefined) {
    return Promise.resolve({ registration: 'open' as const, setupRequired: false, version: '1' });
  }

  // @ts-expect-error the route answers with an instance
  @Endpoint(getInstance)
  answersSomethingElse() {
    return Promise.resolve({ registration: 'maybe' });
  }

  // @ts-expect-error the body of the route has no `text`
  @Endpoint(createMessage)
  readsWhatIsNotThere({ body }: { body: { text: string } }, _caller: Caller) {
    return Promise.reject<never>(new Error(body.text));
  }

  // @ts-expect-error nobody is signed in on a public route
  @Endpoint(getInstance)
  expectsACaller(_input: Input<typeof getInstance>, caller: Caller) {
    return Promise.resolve({ registration: 'open' as const, setupRequired: false, version: caller.userId });
  }

  // @ts-expect-error the event acknowledges with a message
  @OnEvent('message:send')
  acknowledgesNothing(): Promise<null> {
    return Promise.resolve(null);
  }
}

it('is checked by the compiler', () => {
  expect(Object.getOwnPropertyNames(Handlers.prototype)).toContain('right');
});
