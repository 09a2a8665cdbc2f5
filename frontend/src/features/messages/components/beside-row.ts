/** Once the menu is gone and the focus is back at the row. */
export const besideRow = (key: string, show: (row: HTMLElement) => void): void =>
  void setTimeout(() => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`);
    if (row) show(row);
  });
