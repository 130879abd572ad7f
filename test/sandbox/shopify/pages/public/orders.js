/** Buttons and forms of the orders pages: each is one control call, then the page as it stands afterwards. */
(() => {
  const problem = document.querySelector('#problem');
  const call = async (path, body, then) => {
    problem.hidden = true;
    const response = await fetch(`/shopify${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) {
      problem.textContent = answer.error ?? `HTTP ${response.status}`;
      problem.hidden = false;
      problem.scrollIntoView({ block: 'center' });
      return;
    }
    if (then) location.assign(then(answer));
    else location.reload();
  };

  /** Quantities that were chosen beside the lines; none chosen means all. */
  const chosenLines = () =>
    [...document.querySelectorAll('input[data-line]')]
      .map((input) => ({ id: input.dataset.line, quantity: Number(input.value) }))
      .filter(({ quantity }) => quantity > 0);

  const bodyOf = (form) => {
    const body = {};
    for (const [name, value] of new FormData(form)) if (value !== '') body[name] = value;
    for (const box of form.querySelectorAll('input[type=checkbox]')) body[box.name] = box.checked;
    if (form.dataset.lines !== undefined) {
      const lines = chosenLines();
      if (lines.length > 0) body.lines = lines;
    }
    if (body.tracking) body.tracking = { number: body.tracking, company: body.company ?? 'UPS' };
    return body;
  };

  for (const form of document.querySelectorAll('form[data-call]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void call(form.dataset.call, bodyOf(form));
    });
  }

  for (const form of document.querySelectorAll('form[data-stock]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const available = Number(new FormData(form).get('available'));
      void call('/inventory', { inventory_item_id: form.dataset.stock, available });
    });
  }

  const placing = document.querySelector('form[data-new-order]');
  placing?.addEventListener('submit', (event) => {
    event.preventDefault();
    const { preset, name, email, shop } = Object.fromEntries(new FormData(placing));
    const order = structuredClone(JSON.parse(document.querySelector('#presets').textContent)[preset].order);
    const [first_name, ...rest] = name.split(' ');
    Object.assign(order, { shop, email, customer: { email, first_name, last_name: rest.join(' ') } });
    order.shipping_address = { ...order.shipping_address, name };
    void call('/orders', order, (made) => `/shopify/admin/orders/${made.id}`);
  });
})();
