import type { OrderContact } from './order-facts.ts';
import { child, type Node, text } from './read.ts';

const NOBODY: Node = { at: 'order', value: {} };

const fullName = (node: Node): string | null => {
  const parts = [text(node, 'first_name'), text(node, 'last_name')].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : null;
};

/** Who the order is from, of what it tells: the order's own fields first, then the customer's, then the addresses'. */
export const webhookContact = (order: Node): OrderContact => {
  const customer = child(order, 'customer') ?? NOBODY;
  const shipping = child(order, 'shipping_address') ?? NOBODY;
  const billing = child(order, 'billing_address') ?? NOBODY;
  const nameOf = (node: Node) => fullName(node) ?? text(node, 'name');
  return {
    name: nameOf(customer) ?? nameOf(shipping) ?? nameOf(billing),
    email: text(order, 'email') ?? text(order, 'contact_email') ?? text(customer, 'email'),
    phone: text(order, 'phone') ?? text(customer, 'phone') ?? text(shipping, 'phone') ?? text(billing, 'phone'),
    postcode: text(shipping, 'zip') ?? text(billing, 'zip'),
    locale: text(order, 'customer_locale'),
  };
};
