import { Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { isPublicAddress } from './public-address.js';

/** Web servers for everybody listen on these; whatever else a machine runs does not. */
const PORTS: ReadonlySet<number> = new Set([80, 443]);

/** What of the network links may lead to. */
@Injectable()
export class PublicNetwork {
  permits(address: string, port: number): boolean {
    return PORTS.has(port) && isPublicAddress(address);
  }

  /**
   * Asks the name servers, and nothing of this machine: what stands in its hosts file is not for others. An address is its own answer.
   *
   * @throws when nobody knows the name
   */
  async resolve(host: string): Promise<string[]> {
    if (isIP(host) > 0) return [host];
    const resolver = new Resolver({ timeout: 1_500, tries: 2 });
    const answers = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    const addresses = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (addresses.length === 0) throw new Error(`No address for ${host}`);
    return addresses;
  }
}
