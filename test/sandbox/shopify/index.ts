export { clockRoutes } from '../clock.ts';
export { seedDemo } from './demo-orders.ts';
export type { ShopifyControl, ShopifyRoomOptions } from './room.ts';
export { createShopifyRoom } from './room.ts';
