import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** A .docx file of these paragraphs; one with a style is set in it. `extra` are further entries of the archive. */
export function docxOf(
  paragraphs: readonly (string | { readonly style: string; readonly text: string })[],
  extra: Readonly<Record<string, Uint8Array>> = {},
): Buffer {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const body = paragraphs.map((paragraph) => {
    const { style = '', text } = typeof paragraph === 'string' ? { text: paragraph } : paragraph;
    const styled = style && `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
    return `<w:p>${styled}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  });
  const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const package_ = 'http://schemas.openxmlformats.org/package/2006';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  return zipOf({
    '[Content_Types].xml': Buffer.from(
      `<Types xmlns="${package_}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    ),
    '_rels/.rels': Buffer.from(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/_rels/document.xml.rels': Buffer.from(
      `<Relationships xmlns="${package_}/relationships"><Relationship Id="r1" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'word/styles.xml': Buffer.from(
      `<w:styles xmlns:w="${main}"><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style></w:styles>`,
    ),
    'word/document.xml': Buffer.from(
      `<w:document xmlns:w="${main}"><w:body>${body.join('')}</w:body></w:document>`,
    ),
    ...extra,
  });
}

/** A ZIP archive. `stated` is the size that it says each entry unpacks to, if not the true one. */
export function zipOf(entries: Readonly<Record<string, Uint8Array>>, stated?: number): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const packed = deflateRawSync(content);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE(crc32(content), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(stated ?? content.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(centrals.length, 8);
  end.writeUInt16LE(centrals.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

/** A line on a page: how far from the left and from below it begins, in points, how tall it is, and what it says. */
export type SetLine = readonly [left: number, height: number, size: number, text: string];

/** A .pdf file of these pages. `streams` are further compressed objects. */
export function pdfOf(pages: readonly (readonly SetLine[])[], streams: readonly Uint8Array[] = []): Buffer {
  const objects: Buffer[] = [];
  const add = (content: string | Buffer) =>
    objects.push(Buffer.isBuffer(content) ? content : Buffer.from(content));
  const stream = (content: Uint8Array) => {
    const packed = deflateSync(content);
    const dictionary = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`;
    return add(Buffer.concat([Buffer.from(dictionary), packed, Buffer.from('\nendstream')]));
  };
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`);
  add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${kids.join(' ')}] >>`);
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const [index, page] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
    );
    const shown = page.map(
      ([left, height, size, text]) =>
        `BT /F ${size} Tf ${left} ${height} Td (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
    );
    stream(Buffer.from(shown.join('\n'), 'latin1'));
  }
  for (const content of streams) stream(content);
  let file = Buffer.from('%PDF-1.7\n');
  const offsets = objects.map((content, index) => {
    const offset = file.length;
    file = Buffer.concat([file, Buffer.from(`${index + 1} 0 obj\n`), content, Buffer.from('\nendobj\n')]);
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  return Buffer.concat([file, Buffer.from(table + trailer)]);
}
