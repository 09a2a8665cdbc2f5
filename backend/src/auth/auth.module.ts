import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { SECRETS } from '../config/config.module.js';
import type { Secrets } from '../config/secrets.js';
import { CallLimitGuard } from '../http/call-limit.guard.js';
import { InvitesModule } from '../servers/invites/invites.module.js';
import { ServersModule } from '../servers/servers.module.js';
import { UsersModule } from '../users/users.module.js';
import { AccessGuard } from './access.guard.js';
import { AccessTokens } from './access-tokens.js';
import { AuthController } from './auth.controller.js';
import { AuthRepository } from './auth.repository.js';
import { AuthService } from './auth.service.js';
import { InstallationRepository } from './installation/installation.repository.js';
import { InstallationService } from './installation/installation.service.js';
import { JwtStrategy } from './jwt.strategy.js';
import { Passwords } from './passwords.js';
import { RegistrationService } from './registration.service.js';
import { LostEndings } from './sessions/lost-endings.js';
import { SessionCache } from './sessions/session-cache.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsRepository } from './sessions/sessions.repository.js';
import { SessionsService } from './sessions/sessions.service.js';

@Module({
  imports: [
    UsersModule,
    ServersModule,
    InvitesModule,
    JwtModule.registerAsync({ inject: [SECRETS], useFactory: ({ jwtSecret }: Secrets) => ({ secret: jwtSecret }) }),
  ],
  controllers: [AuthController, SessionsController],
  providers: [
    AuthRepository,
    AuthService,
    RegistrationService,
    Passwords,
    AccessTokens,
    JwtStrategy,
    InstallationRepository,
    InstallationService,
    SessionsRepository,
    SessionCache,
    LostEndings,
    SessionsService,
    // In this order: who calls, then how often.
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: CallLimitGuard },
  ],
  exports: [AuthService, SessionsService],
})
export class AuthModule {}
