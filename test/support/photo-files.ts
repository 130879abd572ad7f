/** Photos as cameras write them, as small as can be: enough for everybody who reads a header. */

const u16 = (value: number): Buffer => Buffer.of(value >> 8, value & 255);
const u32 = (value: number): Buffer => Buffer.concat([u16(Math.floor(value / 65_536)), u16(value % 65_536)]);

/** TIFF, big-endian: orientation, when it was taken, and where. */
export const exifBlock = (orientation = 6): Buffer => {
  const date = Buffer.from('2026:11:22 15:04:05\0', 'latin1');
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([u16(tag), u16(type), u32(count), Buffer.concat([value, Buffer.alloc(4)]).subarray(0, 4)]);
  const ifd0At = 8;
  const exifAt = ifd0At + 2 + 3 * 12 + 4;
  const gpsAt = exifAt + 2 + 12 + 4;
  const dateAt = gpsAt + 2 + 2 * 12 + 4;
  const placeAt = dateAt + date.length;
  const rational = Buffer.concat([u32(52), u32(1), u32(31), u32(1), u32(1234), u32(100)]);
  return Buffer.concat([
    Buffer.from('MM\0*', 'latin1'),
    u32(ifd0At),
    u16(3),
    entry(0x0112, 3, 1, u16(orientation)),
    entry(0x8769, 4, 1, u32(exifAt)),
    entry(0x8825, 4, 1, u32(gpsAt)),
    u32(0),
    u16(1),
    entry(0x9003, 2, date.length, u32(dateAt)),
    u32(0),
    u16(2),
    entry(0x0001, 2, 2, Buffer.from('N\0', 'latin1')),
    entry(0x0002, 5, 3, u32(placeAt)),
    u32(0),
    date,
    rational,
  ]);
};

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>52,31.2N</exif:GPSLatitude></x:xmpmeta>';

const segment = (marker: number, body: Buffer): Buffer =>
  Buffer.concat([Buffer.of(0xff, marker), u16(body.length + 2), body]);

export const jpegOf = (width: number, height: number, shade = 1): Buffer =>
  Buffer.concat([
    Buffer.of(0xff, 0xd8),
    segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifBlock()])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${XMP}`, 'latin1')),
    segment(0xed, Buffer.from('Photoshop 3.0\0 City: Berlin', 'latin1')),
    segment(0xfe, Buffer.from('shot at home', 'latin1')),
    segment(0xc0, Buffer.concat([Buffer.of(8), u16(height), u16(width), Buffer.of(1, 1, 0x11, 0)])),
    segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0)),
    Buffer.of(shade, 2, 0xff, 0, 3, 0xff, 0xd0, 4),
    Buffer.of(0xff, 0xd9),
    // A motion photo: a video behind the picture.
    Buffer.from('video of the living room', 'latin1'),
  ]);

export const webpOf = (width: number, height: number): Buffer => {
  const chunk = (name: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name, 'latin1'), length, body, Buffer.alloc(body.length % 2)]);
  };
  const extended = Buffer.alloc(10);
  extended.writeUInt8(0b0000_1100, 0);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    chunk('VP8X', extended),
    chunk('VP8 ', Buffer.alloc(11, 7)),
    chunk('EXIF', exifBlock()),
    chunk('XMP ', Buffer.from(XMP, 'latin1')),
  ]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

export const heicOf = (width: number, height: number): Buffer => {
  const box = (name: string, ...parts: readonly Buffer[]): Buffer => {
    const body = Buffer.concat(parts);
    return Buffer.concat([u32(body.length + 8), Buffer.from(name, 'latin1'), body]);
  };
  const exif = Buffer.concat([u32(0), exifBlock()]);
  const ftyp = box('ftyp', Buffer.from('heic\0\0\0\0mif1heic', 'latin1'));
  const item = (id: number, type: string): Buffer =>
    box('infe', u32(0x02000000), u16(id), u16(0), Buffer.from(`${type}\0`, 'latin1'));
  const metaFor = (exifAt: number): Buffer =>
    box(
      'meta',
      u32(0),
      box('hdlr', u32(0), u32(0), Buffer.from('pict', 'latin1'), Buffer.alloc(13)),
      box('iinf', u32(0), u16(2), item(1, 'hvc1'), item(2, 'Exif')),
      // Offsets and lengths of four bytes, no base.
      box('iloc', u32(0), Buffer.of(0x44, 0), u16(1), u16(2), u16(0), u16(1), u32(exifAt), u32(exif.length)),
      box('iprp', box('ipco', box('ispe', u32(0), u32(width), u32(height)))),
    );
  const exifAt = ftyp.length + metaFor(0).length + 8;
  return Buffer.concat([ftyp, metaFor(exifAt), box('mdat', exif, Buffer.from('picture', 'latin1'))]);
};
