/** One figure. */
export interface Row {
  what: string;
  /** In words; without one the row is for information. */
  target?: string;
  hearth: string;
  peer?: string;
  /** Hearth's figure divided by the peer's. */
  ratio?: number;
  met?: boolean;
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
export const whole = (value: number): string => Math.round(value).toLocaleString('en');
export const kibibytes = (bytes: number): string => `${(bytes / 1_024).toFixed(1)} KiB`;
export const mebibytes = (bytes: number): string => `${(bytes / 1_024 ** 2).toFixed(1)} MiB`;
export const percent = (share: number): string => `${Math.round(share * 100)} %`;

const verdict = ({ met }: Row): string => (met === undefined ? '' : met ? 'met' : 'MISSED');

const HEAD = ['figure', 'target', 'Hearth', 'bare peer', 'ratio', ''];

export function table(rows: Row[]): string {
  const cells = rows.map((row) => [row.what, row.target ?? '', row.hearth, row.peer ?? '', row.ratio?.toFixed(2) ?? '', verdict(row)]);
  const lines = [HEAD, ...cells];
  const widths = HEAD.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
