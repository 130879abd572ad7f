import bwipjs from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import type { Words } from '../../../policy/texts/customer/index.ts';
import { isPrintable, printable } from './printable.ts';

export type LabelSheet = Readonly<{
  /** `RMA-4F7K2QZ` */
  rma: string;
  orderName: string;
  shopName: string;
  /** Who sends it; null: left to be written by hand. */
  from: string | null;
  returnAddress: readonly string[];
  /** As people read it; null where there is no last day. */
  lastDay: string | null;
  /** By that day it has to be with the carrier; else here. */
  bySending: boolean;
  /** A parcel that is lost on its way is the customer's loss (P38). */
  theirRisk: boolean;
  /** `components`: parts of it that have a name (P32). */
  items: readonly Readonly<{
    title: string;
    detail: string | null;
    quantity: number;
    components?: readonly string[];
  }>[];
  paper: 'A4' | 'LETTER';
  words: Words;
}>;

/** Points: 72 to the inch. */
const MARGIN = 40;
const PACKING_LIST_FONT_SIZE = 11;
const INK = '#000000';
const MUTED = '#444444';

/** Where people print on Letter; everywhere else on A4. */
const LETTER_COUNTRIES = new Set(['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'DO', 'GT', 'PA', 'PH', 'PR', 'SV', 'VE']);

/** @param country ISO 3166 code of where it is printed; null: unknown */
export const paperOf = (country: string | null): LabelSheet['paper'] =>
  country !== null && LETTER_COUNTRIES.has(country) ? 'LETTER' : 'A4';

/**
 * One sheet to print: the upper half goes on the outside of the parcel (P34), the lower half into it (P32). The number is
 * as wide as the page, so that it is read across a room; the same number stands in a Code 128 and in a QR code, for
 * whatever scanner the dock has.
 */
export const drawLabelSheet = async (sheet: LabelSheet): Promise<Uint8Array> => {
  const [bars, square] = await Promise.all([
    bwipjs.toBuffer({ bcid: 'code128', text: sheet.rma, scale: 4, height: 16 }),
    bwipjs.toBuffer({ bcid: 'qrcode', text: sheet.rma, scale: 6 }),
  ]);
  const doc = new PDFDocument({
    size: sheet.paper,
    margin: MARGIN,
    info: { Title: sheet.rma, Author: sheet.shopName },
    lang: sheet.words.language,
  });
  const done = collect(doc);
  const labelEnds = drawLabel(doc, sheet, bars, square);
  // Half of the sheet, or more where the address needs it.
  drawPackingList(doc, sheet, Math.max(doc.page.height / 2 + 10, labelEnds + 14));
  doc.end();
  return done;
};

const widthOf = (doc: PDFKit.PDFDocument): number => doc.page.width - 2 * MARGIN;

/** @returns where it ends */
const drawLabel = (doc: PDFKit.PDFDocument, sheet: LabelSheet, bars: Buffer, square: Buffer): number => {
  const width = widthOf(doc);
  doc
    .font('Helvetica-Bold')
    .fontSize(16)
    .fillColor(INK)
    .text(printable(sheet.words.say('sheet.return')), MARGIN, MARGIN, { characterSpacing: 3 });
  doc
    .font('Helvetica')
    .fontSize(11)
    .fillColor(MUTED)
    .text(printable(sheet.words.say('sheet.order', { order: sheet.orderName })), MARGIN, MARGIN + 3, {
      width,
      align: 'right',
    });

  doc.font('Courier-Bold').fillColor(INK);
  // Courier's letters are all 0.6 of the font size wide.
  const size = Math.min(84, width / (sheet.rma.length * 0.6));
  doc.fontSize(size).text(sheet.rma, MARGIN, MARGIN + 26, { width, align: 'center', lineBreak: false });

  const codesTop = MARGIN + 34 + size;
  const squareSize = 104;
  doc.image(bars, MARGIN, codesTop + 8, { fit: [width - squareSize - 40, 88], align: 'center', valign: 'center' });
  doc.image(square, MARGIN + width - squareSize, codesTop, { fit: [squareSize, squareSize] });

  const addressTop = codesTop + squareSize + 18;
  doc.font('Helvetica').fontSize(10).fillColor(MUTED).text(sheet.words.say('sheet.to'), MARGIN, addressTop);
  if (sheet.returnAddress.length > 0 && sheet.returnAddress.every(isPrintable)) {
    doc.font('Helvetica-Bold').fontSize(17).fillColor(INK);
    for (const line of sheet.returnAddress) doc.text(printable(line), { width: width * 0.62 });
  } else drawLinesToWriteOn(doc, sheet, width * 0.62);
  const addressEnds = doc.y;
  doc
    .font('Helvetica')
    .fontSize(10)
    .fillColor(MUTED)
    .text(sheet.words.say('sheet.from'), MARGIN + width * 0.66, addressTop);
  doc.fontSize(12).fillColor(INK);
  if (sheet.from === null) doc.text('_'.repeat(26), { width: width * 0.34 });
  else doc.text(printable(sheet.from), { width: width * 0.34 });
  return Math.max(addressEnds, doc.y);
};

/** An address with letters that the fonts lack would lead nowhere: better none than question marks. */
const drawLinesToWriteOn = (doc: PDFKit.PDFDocument, { words, returnAddress }: LabelSheet, width: number): void => {
  if (returnAddress.length > 0) doc.text(printable(words.say('sheet.by-hand')), { width });
  doc.fontSize(17).fillColor(INK);
  for (let line = 0; line < 4; line += 1) doc.text('_'.repeat(34), { width, lineBreak: false });
};

const drawPackingList = (doc: PDFKit.PDFDocument, sheet: LabelSheet, fold: number): void => {
  const width = widthOf(doc);
  doc
    .moveTo(MARGIN, fold)
    .lineTo(MARGIN + width, fold)
    .dash(5, { space: 4 })
    .strokeColor('#888888')
    .stroke()
    .undash();
  doc.font('Helvetica').fontSize(9).fillColor(MUTED);
  doc.text(printable(sheet.words.say('sheet.cut')), MARGIN, fold + 6, {
    width,
    align: 'center',
  });

  doc
    .font('Helvetica-Bold')
    .fontSize(15)
    .fillColor(INK)
    .text(printable(sheet.words.say('sheet.list', { rma: sheet.rma })), MARGIN, fold + 30);
  doc.font('Helvetica').fontSize(PACKING_LIST_FONT_SIZE).moveDown(0.3);
  if (sheet.lastDay !== null)
    doc
      .font('Helvetica-Bold')
      .text(printable(sheet.words.say(sheet.bySending ? 'sheet.due.sent' : 'sheet.due', { date: sheet.lastDay })), {
        width,
      })
      .font('Helvetica');
  doc.moveDown(0.6);
  const say = sheet.words.say;
  for (const { title, detail, quantity, components = [] } of sheet.items) {
    tick(doc, `${quantity} × ${printable(title)}`, detail === null ? null : printable(detail));
    for (const component of components) tick(doc, printable(component), null, 1);
  }
  tick(doc, printable(say('sheet.everything')), null);
  tick(doc, printable(say('sheet.outside', { rma: sheet.rma })), null);
  tick(doc, printable(say(sheet.theirRisk ? 'sheet.insured' : 'sheet.insured.our-risk')), null);
  tick(doc, printable(say('sheet.told', { shop: sheet.shopName })), null);
};

/** A line with a box before it. A page that is full goes on on the next. */
const tick = (doc: PDFKit.PDFDocument, text: string, detail: string | null, level = 0): void => {
  const left = MARGIN + level * 20;
  const indent = 20 + level * 20;
  const width = widthOf(doc) - indent;
  doc.font('Helvetica').fontSize(PACKING_LIST_FONT_SIZE).fillColor(INK);
  const height = doc.heightOfString(detail === null ? text : `${text}  ${detail}`, { width });
  if (doc.y + height > doc.page.height - MARGIN) doc.addPage();
  doc
    .rect(left + 1, doc.y, 10, 10)
    .lineWidth(1)
    .strokeColor(INK)
    .stroke();
  doc.text(text, MARGIN + indent, doc.y, { width, continued: detail !== null });
  if (detail !== null) doc.fillColor(MUTED).text(`  ${detail}`);
  doc.x = MARGIN;
  doc.moveDown(0.45);
};

const collect = (doc: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
