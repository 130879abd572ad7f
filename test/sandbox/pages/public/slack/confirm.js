import { h } from './dom.js';
import { textObject } from './mrkdwn.js';

/** Slack's confirmation dialog. @returns whether the person confirmed */
export const confirmed = (confirm, names) =>
  new Promise((resolve) => {
    if (!confirm) return resolve(true);
    const finish = (answer) => {
      dialog.close();
      dialog.remove();
      resolve(answer);
    };
    const title = confirm.title?.text ?? 'Are you sure?';
    const dialog = h(
      'dialog',
      { class: 'modal confirm', 'aria-label': title },
      h('header', {}, h('h2', {}, title)),
      h('div', { class: 'modal-body' }, textObject(confirm.text, names)),
      h(
        'footer',
        {},
        h('button', { type: 'button', class: 'button', onclick: () => finish(false) }, confirm.deny?.text ?? 'No'),
        h(
          'button',
          {
            type: 'button',
            class: `button ${confirm.style === 'danger' ? 'danger' : 'primary'} solid`,
            onclick: () => finish(true),
          },
          confirm.confirm?.text ?? 'Yes',
        ),
      ),
    );
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      finish(false);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
