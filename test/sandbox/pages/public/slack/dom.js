/**
 * Builds an element. Text always arrives as a text node: nothing of a message is ever read as HTML.
 * Properties that start with `on` are listeners, `class` and `aria-…` and `data-…` are attributes.
 */
export const h = (tag, props = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.startsWith('aria') && name !== 'list') element[name] = value;
    else element.setAttribute(name === 'class' ? 'class' : name, value === true ? '' : value);
  }
  element.append(
    ...children
      .flat(Number.POSITIVE_INFINITY)
      .filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
};

export const fragment = (...children) => {
  const made = document.createDocumentFragment();
  made.append(...children.flat(Number.POSITIVE_INFINITY).filter(Boolean));
  return made;
};

let counter = 0;
/** An id for a label or a description to point to. */
export const freshId = (prefix) => `${prefix}-${++counter}`;

/** Addresses that a person may follow; anything else becomes plain text. */
export const safeUrl = (address) =>
  /^(https?:|mailto:)/i.test(String(address).trim()) ? String(address).trim() : null;

const SVG = 'http://www.w3.org/2000/svg';
/** A line icon of 20 × 20 from its path. */
export const icon = (path) => {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 20 20',
    width: '18',
    height: '18',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.6',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
  }))
    svg.setAttribute(name, value);
  const shape = document.createElementNS(SVG, 'path');
  shape.setAttribute('d', path);
  svg.append(shape);
  return svg;
};

export const ICONS = {
  attach: 'M13.5 6.5 7 13a2 2 0 0 0 3 3l6.5-6.5a3.8 3.8 0 0 0-5.4-5.4L4.5 10.7a5.5 5.5 0 0 0 0 0',
  send: 'M3 10 17 3l-4 14-3.5-5.5L3 10Zm6.5 1.5L17 3',
  reply: 'M4 4h12v9H9l-4 3v-3H4z',
  more: 'M10 4.6a.4.4 0 1 0 0-.8.4.4 0 0 0 0 .8Zm0 5.8a.4.4 0 1 0 0-.8.4.4 0 0 0 0 .8Zm0 5.8a.4.4 0 1 0 0-.8.4.4 0 0 0 0 .8Z',
  close: 'm5 5 10 10M15 5 5 15',
  menu: 'M3 5h14M3 10h14M3 15h14',
  back: 'm12 4-6 6 6 6',
  smile: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7 12c1.5 2 4.5 2 6 0M7.5 8v.01M12.5 8v.01',
  bolt: 'm11 2-7 10h5l-1 6 7-10h-5z',
};
