import { MovingPicture } from '@/ui';

/** Behind the name of a server, which can be read whatever is in the picture. */
export default function ServerBanner({ picture }: { picture: string }) {
  return (
    <>
      <MovingPicture picture={picture} />
      <span aria-hidden className="absolute inset-x-0 top-0 h-20 bg-linear-to-b from-stage/90 via-stage/65 to-transparent" />
    </>
  );
}
