import type { Upload } from './upload';

/** Uploads by their keys, in the order in which they were chosen. */
export class UploadList {
  #all: readonly Upload[] = [];

  constructor(private readonly publish: (uploads: readonly Upload[]) => void) {}

  get all(): readonly Upload[] {
    return this.#all;
  }

  of(nonce: string): readonly Upload[] {
    return this.#all.filter((upload) => upload.nonce === nonce);
  }

  find(key: string): Upload | undefined {
    return this.#all.find((upload) => upload.key === key);
  }

  change(key: string, fields: Partial<Upload>): void {
    this.set(this.#all.map((upload) => (upload.key === key ? { ...upload, ...fields } : upload)));
  }

  set(uploads: readonly Upload[]): void {
    this.#all = uploads;
    this.publish(uploads);
  }
}
