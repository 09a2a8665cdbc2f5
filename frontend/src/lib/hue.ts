const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** A hue from 0 to 359 that is always the same for one id. FNV-1a, since snowflakes of one day differ in their last digits only. */
export function hueFromId(id: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < id.length; index += 1) {
    hash = Math.imul(hash ^ id.charCodeAt(index), FNV_PRIME);
  }
  // FNV's low bits alone mix poorly for short inputs.
  hash ^= hash >>> 15;
  return (hash >>> 0) % 360;
}
