import { useMe } from '@/features/users';
import { Avatar } from '@/ui';
import { useOwnPicture } from '../mutations';
import { BannerSample } from './BannerSample';
import { PictureField } from './PictureField';

/** What one is seen by. */
export default function OwnPictures() {
  const me = useMe();
  const avatar = useOwnPicture('avatar');
  const banner = useOwnPicture('banner');
  return (
    <>
      <PictureField of="avatar" isSet={me.avatar !== null} onChange={avatar.mutateAsync}>
        <Avatar id={me.id} name={me.displayName} picture={me.avatar} size={80} />
      </PictureField>
      <PictureField of="banner" isSet={me.banner !== null} onChange={banner.mutateAsync}>
        <BannerSample picture={me.banner} />
      </PictureField>
    </>
  );
}
