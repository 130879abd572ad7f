/** The walkthrough: what to do, in order. `{order}` stands for the order that a story's first step places. */

const AGENT = '/slack?user=U0AGENT#/C0RETURNS';
const LEAD = '/slack?user=U0LEAD#/C0RETURNS';

const customer = (email) => ({
  email,
  customer: { first_name: 'Robin', last_name: 'Example', email },
  shipping_address: {
    first_name: 'Robin',
    last_name: 'Example',
    address1: '1 Test Street',
    city: 'Albany',
    province_code: 'NY',
    zip: '12207',
    country_code: 'US',
  },
  currency: 'USD',
  shipping_lines: [{ title: 'Standard', price: '10.00' }],
});

const line = (title, sku, quantity, price, tax) => ({
  title,
  sku,
  quantity,
  price,
  tax_lines: [{ title: 'NY tax', rate: 0.08, price: tax }],
});

export const STORIES = [
  {
    id: 'cancelled',
    title: 'Cancelled before shipping',
    about: 'A customer changes her mind an hour after paying. The policy grants it, one press does it.',
    email: 'robin.cancels@example.com',
    order: { ...customer('robin.cancels@example.com'), line_items: [line('Headphones', 'HP-1', 2, '40.00', '6.40')] },
    after: [],
    steps: [
      { place: 'Place an order', done: 'Order {order} is placed and paid' },
      {
        text: 'Open Slack as Ana Ruiz, an agent, and write:',
        link: [AGENT, 'Open Slack'],
        say: '@Makegood cancel {order}, the customer changed her mind',
      },
      { text: 'Read what would happen, and on which clause. Press Confirm.' },
      {
        text: 'The card now says that it is cancelled, by whom, and how much goes back. The customer has a mail.',
        link: ['/mail/inbox', 'Open the mailbox'],
      },
    ],
  },
  {
    id: 'late',
    title: 'Asked too late',
    about: 'The parcel has left. Cancelling is off the table, so Makegood says what a return would give back.',
    email: 'robin.late@example.com',
    order: { ...customer('robin.late@example.com'), line_items: [line('Kettle', 'KT-2', 1, '60.00', '4.80')] },
    after: ['ship'],
    steps: [
      { place: 'Place an order and ship it', done: 'Order {order} is placed and on its way' },
      {
        text: 'Write in Slack, as Ana:',
        link: [AGENT, 'Open Slack'],
        say: '@Makegood please cancel {order}, changed her mind',
      },
      { text: 'The answer cites the clauses: shipped, so shipping is the customer’s to bear. Nothing was changed.' },
      {
        text: 'Press Start the return, then Confirm: the customer gets an RMA number by mail.',
        link: ['/mail/inbox', 'Open the mailbox'],
      },
      {
        text: 'Ask any time how it stands:',
        say: '@Makegood how does the return of {order} stand?',
      },
    ],
  },
  {
    id: 'defective',
    title: 'Defective, from RMA to refund',
    about: 'Photos, an RMA, the parcel, a test, an approver who is not the agent, and money that moves exactly once.',
    email: 'robin.defective@example.com',
    order: { ...customer('robin.defective@example.com'), line_items: [line('Headphones', 'HP-1', 2, '40.00', '6.40')] },
    after: ['ship', 'deliver'],
    steps: [
      { place: 'Place an order, ship and deliver it', done: 'Order {order} has arrived' },
      { text: 'Save the two photos that the customer sent.', photos: true },
      {
        text: 'As Ana, attach both and write:',
        link: [AGENT, 'Open Slack'],
        say: '@Makegood issue RMA for {order}, two of the headphones are dead on arrival',
      },
      {
        text: 'Makegood asks whether troubleshooting was done. Answer, then press Confirm. The RMA goes out by mail.',
        link: ['/mail/inbox', 'Open the mailbox'],
      },
      { text: 'The parcel arrives. Reply in the thread:', say: '@Makegood the parcel is here, number on the outside' },
      { text: 'And after the test:', say: '@Makegood tested, defect confirmed, accept it' },
      {
        text: 'Become Leila Haddad, an approver, and press Approve. Ana could not: she asked for it.',
        link: [LEAD, 'Open Slack as Leila'],
      },
      {
        text: 'The refund is in Shopify, and in the customer’s mailbox.',
        link: ['/shopify/admin', 'Open Shopify admin'],
      },
      {
        text: 'To see day 31 instead: start over, stop when the RMA is out, press +31 days above and ask. The deadline is over (P21).',
        say: '@Makegood how does the return of {order} stand?',
      },
    ],
  },
];

export const PHOTOS = [
  ['/assets/photos/headphones-broken-hinge.png', 'headphones-broken-hinge.png'],
  ['/assets/photos/headphones-serial-number.png', 'headphones-serial-number.png'],
];
