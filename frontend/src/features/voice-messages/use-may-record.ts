import { CONVERSATION_PERMISSIONS, hasPermission } from '@hearth/contract';
import { usePermissions, useServerOfChannel } from '@/features/servers';
import { useMayAttach } from '@/features/uploads/attaching';

/** Whether voice messages may be sent there. */
export function useMayRecord(channelId: string): boolean {
  const server = useServerOfChannel(channelId);
  const inServer = usePermissions(server?.id ?? '', channelId);
  const mayAttach = useMayAttach(channelId);
  return mayAttach && hasPermission(server ? inServer : CONVERSATION_PERMISSIONS, 'SEND_VOICE_MESSAGES');
}
