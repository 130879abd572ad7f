import { useShop } from '../shop/shop-context.tsx';

/** A moment in the shop's zone; hovering says it to the second, with the zone. */
export const When = ({ at }: { at: string }) => {
  const shop = useShop();
  return (
    <time dateTime={at} title={shop.exact(at)}>
      {shop.instant(at)}
    </time>
  );
};
