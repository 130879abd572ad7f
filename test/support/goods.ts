/** Lines of orders in scenarios, as Shopify's webhooks have them. */

/** Two for 80.00, without tax; in no catalogue, so that Shopify keeps no stock of them. */
export const HEADPHONES = { title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00' };

/** One for 96.12 with its tax; in the demo's catalogue, so that it can be exchanged while there is stock. */
export const SPEAKER = {
  title: 'Tide waterproof speaker',
  sku: 'TID-SP-02',
  quantity: 1,
  price: '89.00',
  tax_lines: [{ title: 'NY tax', rate: 0.08, price: '7.12' }],
};
