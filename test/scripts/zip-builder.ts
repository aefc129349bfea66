import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

export type ZipFile = Readonly<{ name: string; content: string; packing: 'stored' | 'deflated' }>;

/** A zip archive of some files, as PKWARE's APPNOTE describes it. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const { header, body } = entryOf(file, offset);
    bodies.push(body);
    directory.push(header);
    offset += body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}

/** A Python wheel with one program in it; `recordedContent` is what its record of hashes speaks of. */
export function wheelOf(
  program: Readonly<{ name: string; content: string; recordedContent?: string }>,
): Buffer {
  const path = `tool_bin-1.0.0.data/scripts/${program.name}`;
  const hash = createHash('sha256')
    .update(program.recordedContent ?? program.content)
    .digest('base64url');
  return zipOf([
    { name: path, content: program.content, packing: 'deflated' },
    {
      name: 'tool_bin-1.0.0.dist-info/RECORD',
      content: `${path},sha256=${hash},${program.content.length}\n`,
      packing: 'stored',
    },
  ]);
}

function entryOf(
  { name, content, packing }: ZipFile,
  offset: number,
): Readonly<{ header: Buffer; body: Buffer }> {
  const plain = Buffer.from(content);
  const packed = packing === 'stored' ? plain : deflateRawSync(plain);
  const method = packing === 'stored' ? 0 : 8;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(crc32(plain), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(plain.length, 18);
  common.writeUInt16LE(name.length, 22);
  const body = Buffer.concat([signature(0x04034b50), common, Buffer.from(name), packed]);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  const header = Buffer.concat([
    signature(0x02014b50),
    Buffer.alloc(2),
    common,
    tail,
    Buffer.from(name),
  ]);
  return { header, body };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
