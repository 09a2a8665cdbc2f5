import { open, type FileHandle } from 'node:fs/promises';
import { jest } from '@jest/globals';

export interface LimitedDisk {
  /** There is room again. */
  free: () => void;
}

/** From now on this process can write so many bytes more to files that it opened by their handles. */
export async function limitDisk(bytes: number): Promise<LimitedDisk> {
  const handle = await open(import.meta.filename);
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await handle.close();
  const write = prototype.write as (this: FileHandle, ...args: unknown[]) => Promise<{ bytesWritten: number; buffer: Uint8Array }>;
  let room = bytes;
  const limited = async function (this: FileHandle, data: Uint8Array, offset: number, length: number, position: number) {
    if (room === 0) throw full();
    const written = await write.call(this, data, offset, Math.min(length, room), position);
    room -= written.bytesWritten;
    return written;
  };
  const spies = [
    jest.spyOn(prototype, 'write').mockImplementation(limited as FileHandle['write']),
    jest.spyOn(prototype, 'writeFile').mockRejectedValue(full()),
  ];
  return {
    free: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
}

/** As the system says it. */
const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' });
