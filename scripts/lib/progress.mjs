const REFRESH_MS = 1_000;

/**
 * Shows what is being done, with the seconds that each thing took: a line for each that is done and, on a terminal, one that counts for
 * those under way.
 */
export function openProgress(stream = process.stdout) {
  const underWay = new Map();
  let timer;

  const erase = () => stream.isTTY && stream.write('\r\x1b[K');
  const draw = () => {
    if (!stream.isTTY || underWay.size === 0) return;
    const rows = [...underWay].map(([label, since]) => `${label} ${Math.round((Date.now() - since) / 1000)} s`);
    stream.write(`\r\x1b[K  ... ${rows.join(', ')}`);
  };
  const line = (text) => {
    erase();
    stream.write(`${text}\n`);
    draw();
  };

  const progress = async (label, work, describe = () => '') => {
    const since = Date.now();
    underWay.set(label, since);
    timer ??= setInterval(draw, REFRESH_MS).unref();
    if (stream.isTTY) draw();
    else line(`  ${label} ...`);
    try {
      const result = await work();
      underWay.delete(label);
      line(`  ${label.padEnd(18)}${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s  ${describe(result)}`.trimEnd());
      return result;
    } finally {
      underWay.delete(label);
      if (underWay.size === 0) erase();
    }
  };
  return Object.assign(progress, { line });
}
