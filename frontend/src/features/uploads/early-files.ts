interface Early {
  field: HTMLElement | null;
  files: Promise<File[]>;
}

let early: Early | null = null;

/** Files are being chosen before there is anything that takes them. @param field beside which */
export function noteEarlyFiles(field: HTMLElement | null, files: Promise<File[]>): void {
  early = { field, files };
}

/** @returns what is being chosen for this field, once */
export function takeEarlyFiles(field: HTMLElement | null): Promise<File[]> | null {
  if (early?.field !== field) return null;
  const { files } = early;
  early = null;
  return files;
}
