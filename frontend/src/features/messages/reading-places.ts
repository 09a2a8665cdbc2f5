/** A message and by how many pixels the upper edge of the list lies below its own. */
export interface ReadingPlace {
  seq: number;
  offset: number;
}

/** Where the person left off in channels, for as long as the page lives. Whoever is at the end has no place: they come back to the end. */
const places = new Map<string, ReadingPlace>();

export const readingPlace = (channelId: string): ReadingPlace | null => places.get(channelId) ?? null;

export function notePlace(channelId: string, place: ReadingPlace | null): void {
  if (place) places.set(channelId, place);
  else places.delete(channelId);
}

export const forgetPlaces = (): void => places.clear();
