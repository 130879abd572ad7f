/** Orders that one press places. Amounts are shop currency, tax on top. */
export const PRESETS: readonly { label: string; order: Record<string, unknown> }[] = [
  {
    label: 'Two headphones, 96.40, paid',
    order: {
      line_items: [
        {
          sku: 'AUR-HP-01',
          quantity: 2,
          price: '40.00',
          tax_lines: [{ title: 'Sales tax', rate: 0.08, price: '6.40' }],
        },
      ],
      shipping_lines: [{ title: 'Standard', price: '10.00' }],
      shipping_address: { country_code: 'US', zip: '10001', city: 'New York' },
    },
  },
  {
    label: 'Kettle and lamp, discount code, paid',
    order: {
      line_items: [
        {
          sku: 'BRK-KT-17',
          quantity: 1,
          price: '59.00',
          tax_lines: [{ title: 'Sales tax', rate: 0.07, price: '3.72' }],
        },
        {
          sku: 'LUM-DL-03',
          quantity: 1,
          price: '74.50',
          tax_lines: [{ title: 'Sales tax', rate: 0.07, price: '4.69' }],
        },
      ],
      discount_codes: [{ code: 'SPRING10', amount: '13.35', type: 'fixed_amount' }],
      shipping_lines: [{ title: 'Standard', price: '8.50' }],
      shipping_address: { country_code: 'US', zip: '60602', city: 'Chicago' },
    },
  },
  {
    label: 'Speaker, authorised only',
    order: {
      financial_status: 'authorized',
      line_items: [{ sku: 'TID-SP-02', quantity: 1, price: '89.00' }],
      shipping_lines: [{ title: 'Standard', price: '8.50' }],
      shipping_address: { country_code: 'US', zip: '98101', city: 'Seattle' },
    },
  },
  {
    label: 'Grinder to Germany, tax included, free shipping',
    order: {
      taxes_included: true,
      line_items: [
        { sku: 'FRN-CG-09', quantity: 1, price: '64.25', tax_lines: [{ title: 'MwSt', rate: 0.19, price: '10.26' }] },
      ],
      shipping_lines: [{ title: 'Free shipping', price: '12.00', discounted_price: '0.00' }],
      shipping_address: { country_code: 'DE', zip: '20095', city: 'Hamburg' },
    },
  },
  {
    label: 'Eight lamps, 596.00: two people have to approve',
    order: {
      line_items: [{ sku: 'LUM-DL-03', quantity: 8, price: '74.50' }],
      shipping_lines: [{ title: 'Freight', price: '25.00' }],
      shipping_address: { country_code: 'US', zip: '78701', city: 'Austin' },
    },
  },
];
