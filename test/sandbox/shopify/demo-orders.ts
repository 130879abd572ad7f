import type { ShopifyControl } from './room.ts';

/**
 * A dozen orders in different states, as somebody who opens the demo would find them in a real shop. Names are stable
 * (#1001 to #1012) and people are invented.
 */

type Step =
  | { do: 'ship'; hoursAgo: number; lines?: { sku: string; quantity: number }[]; carrier: string; number: string }
  | { do: 'event'; parcel: number; status: string; hoursAgo: number; city?: string };

type DemoOrder = { hoursAgo: number; order: Record<string, unknown>; after?: Step[] };

const person = (name: string, city: string, zip: string, more: Record<string, string> = {}) => {
  const [first = '', last = ''] = name.split(' ');
  const email = `${first}.${last}@example.com`.toLowerCase();
  return {
    email,
    customer: { email, first_name: first, last_name: last },
    shipping_address: { name, address1: '12 Main Street', city, zip, country_code: 'US', ...more },
  };
};

/** Sales tax on top, as in most of the US: every line with its tax already reckoned. */
const line = (sku: string, quantity: number, price: string, tax: string, rate: number) => ({
  sku,
  quantity,
  price,
  tax_lines: Number(tax) === 0 ? [] : [{ title: 'Sales tax', rate, price: tax }],
});

const both = (usd: string, eur: string) => ({
  shop_money: { amount: usd, currency_code: 'USD' },
  presentment_money: { amount: eur, currency_code: 'EUR' },
});

export const DEMO_ORDERS: readonly DemoOrder[] = [
  {
    hoursAgo: 2,
    order: {
      ...person('Maya Whitfield', 'Albany', '12207', { province_code: 'NY' }),
      line_items: [line('BRK-KT-17', 1, '59.00', '4.72', 0.08)],
      shipping_lines: [{ title: 'Standard', price: '6.90' }],
    },
  },
  {
    hoursAgo: 5,
    order: {
      ...person('Theo Lindqvist', 'Portland', '97205', { province_code: 'OR' }),
      phone: '+15035550142',
      line_items: [line('LUM-DL-03', 1, '74.50', '0', 0), line('VLT-CH-65', 2, '34.99', '0', 0)],
      shipping_lines: [{ title: 'Standard', price: '8.50' }],
    },
  },
  {
    hoursAgo: 120,
    order: {
      ...person('Priya Raman', 'Austin', '78701', { province_code: 'TX' }),
      phone: '+15125550177',
      line_items: [line('AUR-HP-01', 2, '40.00', '6.40', 0.08)],
      shipping_lines: [{ title: 'Standard', price: '10.00' }],
    },
    after: [
      { do: 'ship', hoursAgo: 110, carrier: 'UPS', number: '1Z999AA10000001003' },
      { do: 'event', parcel: 0, status: 'in_transit', hoursAgo: 96, city: 'Memphis' },
      { do: 'event', parcel: 0, status: 'delivered', hoursAgo: 72, city: 'Austin' },
    ],
  },
  {
    hoursAgo: 50,
    order: {
      ...person('Jonas Okafor', 'Denver', '80202', { province_code: 'CO' }),
      line_items: [
        line('TID-SP-02', 1, '89.00', '6.49', 0.081),
        line('JUN-TM-05', 3, '21.95', '4.80', 0.081),
        line('SLT-PS-01', 1, '18.50', '1.35', 0.081),
      ],
      discount_codes: [{ code: 'WELCOME10', amount: '17.34', type: 'fixed_amount' }],
      shipping_lines: [
        { title: 'Express', price: '14.90', tax_lines: [{ title: 'Sales tax', rate: 0.081, price: '1.21' }] },
      ],
    },
    after: [
      {
        do: 'ship',
        hoursAgo: 30,
        lines: [
          { sku: 'TID-SP-02', quantity: 1 },
          { sku: 'JUN-TM-05', quantity: 1 },
        ],
        carrier: 'FedEx',
        number: '770000001004',
      },
      { do: 'event', parcel: 0, status: 'in_transit', hoursAgo: 20, city: 'Salt Lake City' },
    ],
  },
  {
    hoursAgo: 200,
    order: {
      ...person('Clara Vogt', 'Hamburg', '20095', { country_code: 'DE' }),
      customer_locale: 'de-DE',
      presentment_currency: 'EUR',
      taxes_included: true,
      line_items: [
        {
          sku: 'FRN-CG-09',
          quantity: 1,
          price: '64.25',
          price_set: both('64.25', '59.90'),
          tax_lines: [{ title: 'MwSt', rate: 0.19, price: '10.26', price_set: both('10.26', '9.56') }],
        },
        {
          sku: 'AUR-HP-01',
          quantity: 1,
          price: '40.00',
          price_set: both('40.00', '37.30'),
          tax_lines: [{ title: 'MwSt', rate: 0.19, price: '6.39', price_set: both('6.39', '5.96') }],
        },
      ],
      shipping_lines: [
        {
          title: 'International',
          price: '12.90',
          price_set: both('12.90', '12.00'),
          tax_lines: [{ title: 'MwSt', rate: 0.19, price: '2.06', price_set: both('2.06', '1.92') }],
        },
      ],
    },
    after: [
      { do: 'ship', hoursAgo: 190, carrier: 'DHL', number: 'JD014600001005' },
      { do: 'event', parcel: 0, status: 'delivered', hoursAgo: 60, city: 'Hamburg' },
    ],
  },
  {
    hoursAgo: 160,
    order: {
      ...person('Emile Tremblay', 'Montreal', 'H2Y 1C6', { country_code: 'CA', province_code: 'QC' }),
      line_items: [
        {
          ...line('AUR-HP-01', 1, '40.00', '5.99', 0.14975),
          duties: [
            {
              id: 4006,
              harmonized_system_code: '851830',
              country_code_of_origin: 'CN',
              shop_money: { amount: '3.20', currency_code: 'USD' },
              presentment_money: { amount: '3.20', currency_code: 'USD' },
            },
          ],
        },
        line('JUN-TM-05', 2, '21.95', '6.57', 0.14975),
      ],
      shipping_lines: [{ title: 'Free shipping', price: '9.90', discounted_price: '0.00' }],
    },
    after: [
      { do: 'ship', hoursAgo: 150, carrier: 'Canada Post', number: 'CP000001006CA' },
      { do: 'event', parcel: 0, status: 'delivered', hoursAgo: 48, city: 'Montreal' },
    ],
  },
  {
    hoursAgo: 9,
    order: {
      ...person('Nora Castellano', 'Chicago', '60602', { province_code: 'IL' }),
      line_items: [
        { title: 'Gift card', quantity: 1, price: '50.00', gift_card: true, requires_shipping: false, taxable: false },
        line('JUN-TM-05', 1, '21.95', '2.25', 0.1025),
      ],
      shipping_lines: [{ title: 'Standard', price: '6.90' }],
    },
  },
  {
    hoursAgo: 70,
    order: {
      ...person('Idris Bello', 'Brooklyn', '11201', { province_code: 'NY' }),
      line_items: [line('FRN-CG-09', 1, '64.25', '5.70', 0.08875)],
      shipping_lines: [{ title: 'Local courier', price: '5.00' }],
      total_tip_received: '5.00',
    },
    after: [
      { do: 'ship', hoursAgo: 28, carrier: 'USPS', number: '9400100000001008' },
      { do: 'event', parcel: 0, status: 'out_for_delivery', hoursAgo: 3, city: 'Brooklyn' },
    ],
  },
  {
    hoursAgo: 1,
    order: {
      ...person('Hana Sato', 'Seattle', '98101', { province_code: 'WA' }),
      financial_status: 'authorized',
      line_items: [line('TID-SP-02', 1, '89.00', '9.21', 0.1035)],
      shipping_lines: [{ title: 'Standard', price: '8.50' }],
    },
  },
  {
    hoursAgo: 20,
    order: {
      ...person('Oskar Nyman', 'Minneapolis', '55401', { province_code: 'MN' }),
      note: 'Two of them, please pack together.',
      line_items: [line('EMB-HB-04', 2, '98.00', '0', 0), line('SLT-PS-01', 1, '18.50', '1.67', 0.09025)],
      shipping_lines: [{ title: 'Standard', price: '12.00' }],
    },
  },
  {
    hoursAgo: 260,
    order: {
      ...person('Lucia Ferrante', 'Boston', '02108', { province_code: 'MA' }),
      line_items: [
        line('AUR-HP-01', 1, '40.00', '2.50', 0.0625),
        line('SLT-PS-01', 2, '18.50', '2.31', 0.0625),
        line('VLT-CH-65', 2, '34.99', '4.37', 0.0625),
      ],
      shipping_lines: [{ title: 'Standard', price: '9.00' }],
      // Two tenders: a gift card first, the card for the rest.
      transactions: [
        { kind: 'sale', status: 'success', gateway: 'gift_card', amount: '50.00' },
        { kind: 'sale', status: 'success', gateway: 'bogus', amount: '115.16' },
      ],
    },
    after: [
      {
        do: 'ship',
        hoursAgo: 250,
        lines: [{ sku: 'AUR-HP-01', quantity: 1 }],
        carrier: 'UPS',
        number: '1Z999AA10000001011',
      },
      {
        do: 'ship',
        hoursAgo: 230,
        lines: [{ sku: 'SLT-PS-01', quantity: 2 }],
        carrier: 'UPS',
        number: '1Z999AA10000001012',
      },
      {
        do: 'ship',
        hoursAgo: 180,
        lines: [{ sku: 'VLT-CH-65', quantity: 2 }],
        carrier: 'USPS',
        number: '9400100000001011',
      },
      { do: 'event', parcel: 0, status: 'delivered', hoursAgo: 200, city: 'Boston' },
      { do: 'event', parcel: 1, status: 'delivered', hoursAgo: 150, city: 'Boston' },
      { do: 'event', parcel: 2, status: 'attempted_delivery', hoursAgo: 30, city: 'Boston' },
    ],
  },
  {
    hoursAgo: 12,
    order: {
      ...person('Samuel Adeyemi', 'Atlanta', '30303', { province_code: 'GA' }),
      line_items: [
        { ...line('BRK-KT-17', 1, '59.00', '5.25', 0.089), fulfillment_service: 'acme-fulfillment' },
        { ...line('VLT-CH-65', 1, '34.99', '3.11', 0.089), fulfillment_service: 'acme-fulfillment' },
      ],
      shipping_lines: [{ title: 'Standard', price: '7.50' }],
    },
  },
];

const HOUR_MS = 3_600_000;

/** Places the orders of the demo, oldest name first, by the same calls that anybody can make. */
export const seedDemo = async (room: Pick<ShopifyControl, 'control' | 'world'>): Promise<void> => {
  const { control, world } = room;
  const at = (hoursAgo: number): string => new Date(world.clock.now() - hoursAgo * HOUR_MS).toISOString();
  for (const { hoursAgo, order, after } of DEMO_ORDERS) {
    const placed = control.placeOrder('demo.myshopify.com', { created_at: at(hoursAgo), ...order });
    for (const step of after ?? []) {
      if (step.do === 'ship') {
        const tracking = {
          company: step.carrier,
          number: step.number,
          url: `https://track.example.com/${step.number}`,
        };
        control.fulfill(placed.name, { lines: step.lines, tracking, created_at: at(step.hoursAgo) });
      } else {
        const parcel = placed.fulfillments[step.parcel];
        if (!parcel) throw new Error(`order ${placed.name} has no parcel ${step.parcel}`);
        control.carrierEvent(parcel.id, { status: step.status, city: step.city, happened_at: at(step.hoursAgo) });
      }
    }
    // Leaves room for answers between orders, so that a burst does not hold up whoever is starting.
    await new Promise((resolve) => setImmediate(resolve));
  }
};
