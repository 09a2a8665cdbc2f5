/** How large a picture or film is, as it is shown. */
export interface Pixels {
  width: number;
  height: number;
}

const PICTURE = /^image\/(?:png|apng|jpeg|gif|webp|avif)$/;
const FILM = /^video\//;

/** Of a file of this device. Undefined where it has no such size, and where the browser cannot tell. */
export async function pixelsOf(file: Blob): Promise<Pixels | undefined> {
  if (!PICTURE.test(file.type) && !FILM.test(file.type)) return undefined;
  const url = URL.createObjectURL(file);
  try {
    const { width, height } = await (FILM.test(file.type) ? sizeOfFilm(url) : sizeOfPicture(url));
    return width > 0 && height > 0 ? { width, height } : undefined;
  } catch {
    return undefined;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Once it knows its size: nothing of it is decoded. */
function sizeOfPicture(url: string): Promise<Pixels> {
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = reject;
    image.src = url;
  });
}

function sizeOfFilm(url: string): Promise<Pixels> {
  const film = document.createElement('video');
  return new Promise((resolve, reject) => {
    film.onloadedmetadata = () => resolve({ width: film.videoWidth, height: film.videoHeight });
    film.onerror = reject;
    film.preload = 'metadata';
    film.src = url;
  });
}
