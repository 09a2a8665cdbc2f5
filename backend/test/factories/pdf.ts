/** A PDF with so many pages of A5, which say nothing and are of one colour. */
export function buildPdf(pages: number): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ');
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 0 0 R>>';
  return assemble([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    ...new Array<string>(pages).fill(page),
  ]);
}

/** The same for somebody with a password that nobody knows. */
export function buildLockedPdf(): Buffer {
  const key = '0'.repeat(64);
  const lock = `<</Filter/Standard/V 2/R 3/Length 128/P -44/O<${key}>/U<${key}>>>`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>',
    lock,
  ];
  return assemble(objects, `/Encrypt 4 0 R/ID[<${'0'.repeat(32)}><${'0'.repeat(32)}>]`);
}

function assemble(objects: string[], trailer = ''): Buffer {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  return Buffer.from(`${text}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`);
}
