import { z } from 'zod';
import { BY_BOTH, BY_MARKET, setting } from './define.ts';
import { count } from './schemas.ts';

const photos = (value: number, who: string, because: string) =>
  setting({
    schema: count(20),
    default: value,
    ambiguity: 'A21',
    description: `Pictures needed before a return of ${who} gets its RMA.`,
    unit: 'pictures',
    allowed: '0 to 20',
    because,
    clauses: ['P3'],
    overridable: BY_BOTH,
  });

/** What has to be known before an RMA is issued, and what ends a claim (P2, P3, P10, P23, P30). */
export const ASKING = {
  'intake.required': setting({
    schema: z.array(z.enum(['order_number', 'email', 'name', 'phone'])),
    default: ['order_number', 'email'],
    ambiguity: 'A15',
    description: 'What has to be known before an RMA is issued.',
    unit: null,
    allowed: 'any of order_number, email, name, phone',
    because: 'the rest "would be appreciated"; the number itself has to reach somebody',
    clauses: ['P30'],
    overridable: BY_MARKET,
  }),
  'evidence.minPhotos.defective': photos(1, 'something defective', 'a fault can be seen or shown'),
  'evidence.minPhotos.wrong_item_sent': photos(1, 'something we sent by mistake', 'one picture shows what it is'),
  'evidence.minPhotos.missing_item': photos(1, 'an order with something missing', 'one picture shows what came'),
  'evidence.minPhotos.changed_mind': photos(0, 'something no longer wanted', 'nothing needs to be shown'),
  'evidence.minPhotos.customer_ordered_wrong': photos(0, 'something ordered by mistake', 'nothing needs to be shown'),
  'evidence.minPhotos.refused_delivery': photos(0, 'a refused parcel', 'the customer never opened it'),
  'changeOfMind.windowDays': setting({
    schema: count(3650).nullable(),
    default: null,
    ambiguity: 'A8',
    description: 'Days after delivery within which a change of mind is accepted.',
    unit: 'days',
    allowed: 'none (null), or 0 to 3650',
    because: 'the text says "immediately" and gives no limit',
    clauses: ['P10', 'P14'],
    overridable: BY_BOTH,
  }),
  'warranty.months': setting({
    schema: count(1200).nullable(),
    default: null,
    ambiguity: 'A16',
    description: 'How long the warranty lasts.',
    unit: 'months',
    allowed: 'not set (null: nothing is declined for it), or 0 to 1200',
    because: 'the text names no term, and a term that was never told can’t run out',
    clauses: ['P23'],
    overridable: BY_BOTH,
  }),
  'warranty.start': setting({
    schema: z.enum(['delivery', 'fulfillment']),
    default: 'delivery',
    ambiguity: 'A16',
    description: 'When the warranty starts.',
    unit: null,
    allowed: 'delivery (where unknown: first shipment plus warranty.transitDays), fulfillment',
    because: 'nobody can use goods that are still on their way',
    clauses: ['P23'],
    overridable: BY_BOTH,
  }),
  'warranty.transitDays': setting({
    schema: count(90),
    default: 0,
    ambiguity: 'A16',
    description: 'Days on the way that are added where the delivery date is unknown.',
    unit: 'days',
    allowed: '0 to 90',
    because: 'without knowing the carrier nothing is added',
    clauses: ['P23'],
    overridable: BY_BOTH,
  }),
} as const;
