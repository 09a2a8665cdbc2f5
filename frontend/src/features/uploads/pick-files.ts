/** Opens the file chooser of the system, or its camera. Nothing, where it is closed again. */
export function pickFiles(from: 'files' | 'camera' = 'files'): Promise<File[]> {
  const input = document.createElement('input');
  Object.assign(input, { type: 'file', hidden: true, multiple: from === 'files' });
  if (from === 'camera') Object.assign(input, { accept: 'image/*,video/*', capture: 'environment' });
  // Some browsers open it only for what is part of the page.
  document.body.append(input);
  return new Promise((resolve) => {
    const end = () => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', end);
    input.addEventListener('cancel', end);
    input.click();
  });
}
