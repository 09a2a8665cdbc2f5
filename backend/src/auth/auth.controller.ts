import { Controller } from '@nestjs/common';
import { getInstance, login, logout, refresh, register, type Input, type SignedIn } from '@hearth/contract';
import { AppConfig } from '../config/app-config.js';
import type { Exchange } from '../http/caller.js';
import { Endpoint } from '../http/endpoint.decorator.js';
import { AuthService, type SignIn } from './auth.service.js';
import { clearCookies, readRefreshCookie, setCookies } from './cookies.js';
import { deviceOf } from './sessions/device.js';

@Controller()
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly config: AppConfig,
  ) {}

  @Endpoint(register)
  async register({ body }: Input<typeof register>, _: undefined, exchange: Exchange) {
    return this.answer(exchange, await this.auth.register(body, deviceOf(exchange.request)));
  }

  @Endpoint(login)
  async login({ body }: Input<typeof login>, _: undefined, exchange: Exchange) {
    return this.answer(exchange, await this.auth.login(body, deviceOf(exchange.request)));
  }

  @Endpoint(refresh)
  async refresh(_: Input<typeof refresh>, __: undefined, exchange: Exchange) {
    const token = readRefreshCookie(exchange, this.config.publicUrl);
    return this.answer(exchange, await this.auth.refresh(token, deviceOf(exchange.request)));
  }

  @Endpoint(logout)
  async logout(_: Input<typeof logout>, __: undefined, exchange: Exchange) {
    await this.auth.logout(readRefreshCookie(exchange, this.config.publicUrl));
    clearCookies(exchange, this.config.publicUrl);
    return undefined;
  }

  @Endpoint(getInstance)
  instance() {
    return this.auth.instance();
  }

  private answer(exchange: Exchange, { answer, ...tokens }: SignIn): SignedIn {
    setCookies(exchange, this.config.publicUrl, tokens);
    return answer;
  }
}
