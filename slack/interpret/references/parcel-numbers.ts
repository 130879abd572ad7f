import { type Passage, take } from './passage.ts';

/** Who carries a parcel, as it is written in a tracking record. */
const CARRIERS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['UPS', /\bups\b/i],
  ['FedEx', /\bfed[\s-]?ex\b/i],
  ['DHL', /\bdhl\b/i],
  ['USPS', /\busps\b|\bu\.s\.p\.s\b/i],
  ['GLS', /\bgls\b/i],
  ['DPD', /\bdpd\b/i],
  ['Evri', /\bevri\b/i],
  ['Hermes', /\bhermes\b/i],
  ['Royal Mail', /\broyal\s?mail\b/i],
  ['Parcelforce', /\bparcel\s?force\b/i],
  ['Yodel', /\byodel\b/i],
  ['InPost', /\bin\s?post\b(?=.*\d)/i],
  ['An Post', /\ban post\b/i],
  ['TNT', /\btnt\b/i],
  ['PostNL', /\bpost\s?nl\b/i],
  ['PostNord', /\bpost\s?nord\b/i],
  ['bpost', /\bbpost\b/i],
  ['Canada Post', /\bcanada\s?post\b/i],
  ['Purolator', /\bpurolator\b/i],
  ['Australia Post', /\b(?:aus|australia)\s?post\b/i],
  ['Deutsche Post', /\bdeutsche\s?post\b/i],
  ['Swiss Post', /\bswiss\s?post\b/i],
  ['La Poste', /\bla\s?poste\b/i],
  ['Colissimo', /\bcolissimo\b/i],
  ['Chronopost', /\bchronopost\b/i],
  ['Mondial Relay', /\bmondial\s?relay\b/i],
  ['Correos', /\bcorreos\b/i],
  ['SEUR', /\bseur\b/i],
  ['Poste Italiane', /\bposte\s?italiane\b/i],
  ['Japan Post', /\bjapan\s?post\b/i],
  ['SF Express', /\bsf\s?express\b/i],
  ['Aramex', /\baramex\b/i],
  ['OnTrac', /\bon\s?trac\b/i],
  ['LaserShip', /\blasership\b/i],
  ['Amazon Logistics', /\bamazon logistics\b|\bamzl\b/i],
];

/** Numbers that only carriers write: UPS, Amazon, USPS, the postal union's S10, DHL's JJD, and long runs of digits. */
const CARRIER_NUMBERS = [
  /(?<![A-Z0-9])1Z[0-9A-Z]{16}(?![A-Z0-9])/i,
  /\bTBA\d{12}\b/i,
  /\b9[2-5]\d{18,24}\b/,
  /\b[A-Z]{2}\d{9}[A-Z]{2}\b/i,
  /\bJ[JV]D\d{12,20}\b/i,
  /(?<![+\d])\b\d{12,22}\b/,
];
/** "tracking no. 50412345678", "track & trace: H00ABC0123456789". */
const BEHIND_TRACKING =
  /\b(?:track(?:ing|ed)?(?: ?(?:&|and) ?trace)?|consignment|waybill|awb)\s*(?:no|nr|number|num|id|code|#)?\.?\s*(?:is|was|=|:|#|-)*\s*([A-Z0-9][A-Z0-9-]{5,38}[0-9])(?![A-Z0-9])/i;
/** A number right behind a carrier's name: `DHL 1234567890`. */
const BEHIND_CARRIER = /^[\s:#,(-]*(?:no\.?|nr\.?|number|num\b|tracking)?[\s:#.-]*([A-Z0-9]{8,34})(?![A-Z0-9])/i;
/** "9400 1118 9956 0334 5678 90", "1Z 999 AA1 01 2345 6784": carriers print them in groups. */
const IN_GROUPS = /(?<![\w+])(?:1Z(?: ?[0-9A-Z]){16}|\d{4}(?: \d{4}){2,5}(?: \d{2,3})?)(?!\w| \d)/gi;

const digitsIn = (text: string): number => (text.match(/\d/g) ?? []).length;

/** A carrier's page names the carrier, and often the number; every other link says nothing we read. */
export const readLink = (link: string): string => {
  const words = link.split(/[^A-Za-z0-9]+/);
  const carrier = words.find((word) => CARRIERS.some(([, pattern]) => pattern.test(word)));
  return carrier === undefined ? ' ' : ` ${carrier} ${words.find((word) => digitsIn(word) >= 8) ?? ''} `;
};

export type Parcel = Readonly<{ tracking: string | null; carrier: string | null }>;

export const takeParcel = (passage: Passage): Parcel => {
  passage.text = passage.text.replace(IN_GROUPS, (number) => number.replaceAll(' ', ''));
  const named = CARRIERS.find(([, pattern]) => pattern.test(passage.text));
  const carrier = named?.[0] ?? null;
  for (const pattern of CARRIER_NUMBERS) {
    const number = take(passage, pattern);
    if (number !== null)
      return { tracking: number.toUpperCase(), carrier: carrier ?? (/^1Z/i.test(number) ? 'UPS' : null) };
  }
  const cued = BEHIND_TRACKING.exec(passage.text)?.[1];
  if (cued !== undefined && digitsIn(cued) >= 6) return { tracking: lift(passage, cued), carrier };
  if (named === undefined) return { tracking: null, carrier };
  const at = named[1].exec(passage.text);
  const behind = at === null ? undefined : BEHIND_CARRIER.exec(passage.text.slice(at.index + at[0].length))?.[1];
  if (behind !== undefined && digitsIn(behind) >= 6) return { tracking: lift(passage, behind), carrier };
  return { tracking: null, carrier };
};

const lift = (passage: Passage, number: string): string => {
  passage.text = passage.text.replace(number, ' ');
  return number.toUpperCase();
};
