import { Module } from '@nestjs/common';
import { TypingGateway } from './typing.gateway.js';

@Module({ providers: [TypingGateway] })
export class TypingModule {}
