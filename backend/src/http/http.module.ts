import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { EndpointInterceptor } from './endpoint.interceptor.js';
import { Limiter } from './limiter.js';
import { ProblemFilter } from './problem.filter.js';
import { Visibility } from './visibility.js';

@Global()
@Module({
  providers: [
    Visibility,
    Limiter,
    { provide: APP_FILTER, useClass: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: EndpointInterceptor },
  ],
  exports: [Visibility, Limiter],
})
export class HttpModule {}
