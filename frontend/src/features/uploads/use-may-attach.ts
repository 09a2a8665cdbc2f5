import { CONVERSATION_PERMISSIONS, hasPermission } from '@hearth/contract';
import { usePermissions, useServerOfChannel } from '@/features/servers';

/** Whether files may be sent there. */
export function useMayAttach(channelId: string): boolean {
  const server = useServerOfChannel(channelId);
  const inServer = usePermissions(server?.id ?? '', channelId);
  return hasPermission(server ? inServer : CONVERSATION_PERMISSIONS, 'ATTACH_FILES');
}
