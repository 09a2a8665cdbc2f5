import type { HeldServer } from '@/features/servers';
import { Avatar } from '@/ui';
import { useServerPicture } from '../mutations';
import { BannerSample } from './BannerSample';
import { PictureField } from './PictureField';

/** What a server is seen by. */
export default function ServerPictures({ server }: { server: HeldServer }) {
  const icon = useServerPicture(server.id, 'icon');
  const banner = useServerPicture(server.id, 'banner');
  return (
    <>
      <PictureField of="icon" isSet={server.icon !== null} onChange={icon.mutateAsync}>
        <Avatar id={server.id} name={server.name} picture={server.icon} size={80} shape="square" />
      </PictureField>
      <PictureField of="banner" isSet={server.banner !== null} onChange={banner.mutateAsync}>
        <BannerSample picture={server.banner} />
      </PictureField>
    </>
  );
}
