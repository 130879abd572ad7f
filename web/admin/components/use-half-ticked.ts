import { type RefObject, useEffect, useRef } from 'react';

const BOXES = 'input[type=checkbox]';

/** Sets what the box says as what it is; a box that says nothing of halves is left alone. */
const agree = (box: HTMLInputElement): void => {
  const isHalf = box.getAttribute('aria-checked') === 'mixed';
  if (box.indeterminate !== isHalf) box.indeterminate = isHalf;
};

/**
 * A box of Polaris' that is half ticked says so in `aria-checked="mixed"` and draws it, but the browser's own box inside
 * knows nothing of it (`indeterminate` is a property, and Polaris writes an attribute): screen readers are told two
 * things. Here the box is made to agree, also those that appear while rows are being ticked.
 * @returns the ref of what surrounds them
 */
export const useHalfTicked = (): RefObject<HTMLDivElement> => {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = around;
    if (current === null) return;
    const all = (): void => current.querySelectorAll<HTMLInputElement>(BOXES).forEach(agree);
    const observer = new MutationObserver(all);
    observer.observe(current, { subtree: true, childList: true, attributeFilter: ['aria-checked'] });
    all();
    return () => observer.disconnect();
  }, []);
  return around;
};
