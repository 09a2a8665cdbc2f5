import { Injectable } from '@nestjs/common';
import type { Me } from '@hearth/contract';
import type { StoredPicture } from '../files/files.service.js';
import type { Caller } from '../http/caller.js';
import { ProblemError } from '../http/problem.js';
import { UsersService } from '../users/users.service.js';
import { PicturesRepository } from './pictures.repository.js';
import { PicturesService, type GivenPicture } from './pictures.service.js';

type OwnPlace = 'avatar' | 'banner';

const KINDS = { avatar: 'AVATAR', banner: 'BANNER' } as const;

/** Avatar and banner of people. */
@Injectable()
export class OwnPicturesService {
  constructor(
    private readonly repository: PicturesRepository,
    private readonly pictures: PicturesService,
    private readonly users: UsersService,
  ) {}

  /** @throws VALIDATION for what is no picture, RATE_LIMITED, UNAUTHENTICATED when the account is gone */
  async set(caller: Caller, place: OwnPlace, given: GivenPicture): Promise<Me> {
    await this.pictures.bring(caller, { kind: KINDS[place], serverId: null }, given, (made) => this.put(caller, place, made));
    return this.tell(caller, place);
  }

  async remove(caller: Caller, place: OwnPlace): Promise<void> {
    if (await this.put(caller, place, null)) await this.tell(caller, place);
  }

  /** Whether anything changed. */
  private put({ userId }: Caller, place: OwnPlace, made: StoredPicture | null): Promise<boolean> {
    return this.repository.transaction(async (transaction) => {
      const held = await this.repository.ofUser(transaction, userId);
      if (!held) throw new ProblemError('UNAUTHENTICATED');
      const ref = await this.pictures.replace(transaction, held[place], made);
      if (ref === held[place]) return false;
      await this.repository.setOfUser(transaction, userId, { [place]: ref });
      return true;
    });
  }

  private tell({ userId }: Caller, place: OwnPlace): Promise<Me> {
    return this.users.tellPicture(userId, { isEverywhere: place === 'avatar' });
  }
}
