/** Whether what is dragged or pasted are files. */
export const hasFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

/** A folder is no file, though it looks like one: it cannot be read. */
const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory ?? false;

export function droppedFiles(data: DataTransfer): { files: File[]; folders: number } {
  const items = [...data.items].filter(({ kind }) => kind === 'file');
  const files = items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []);
  return { files, folders: items.filter(isFolder).length };
}

/** Text that comes with a picture of itself is text. */
export const pastedFiles = (data: DataTransfer | null): File[] => (data && !data.types.includes('text/plain') ? [...data.files] : []);
