import type { InvitePreview } from '@hearth/contract';
import { paths } from '@/lib/paths';

/** Where somebody who was invited arrives. */
export const arrivalOf = ({ server, channel }: InvitePreview): string =>
  channel ? paths.channel(server.id, channel.id) : paths.enterServer(server.id);
