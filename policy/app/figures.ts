/** What happened in a shop since an instant; amounts in whole minor units, one a currency. */
export type Figures = Readonly<{
  opened: number;
  closed: number;
  parcels: number;
  refunded: readonly Readonly<{ minor: number; currency: string }>[];
}>;

export type FiguresRead = Readonly<{ figures(shop: string, since: string): Promise<Figures> }>;
