import { h } from './dom.js';

/** Calls of the sandbox, as the person of the page. */

const call = async (path, body) => {
  const response = await fetch(`/slack${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  return { httpOk: response.ok, ...answer };
};

const EXPLAINED = {
  operation_timeout: 'Makegood did not answer in time. Try again.',
  operation_failed: 'Something went wrong while Makegood handled this.',
};

/** Makes a call and tells the person when it failed. @returns the answer */
export const act = async (path, body) => {
  const answer = await call(path, body).catch((error) => ({ ok: false, error: error.message }));
  if (answer.ok === false && !answer.errors) toast(EXPLAINED[answer.error] ?? answer.error ?? 'That did not work.');
  return answer;
};

export const readState = async (user) => (await fetch(`/slack/ui/state?user=${encodeURIComponent(user)}`)).json();

export const toast = (text) => {
  const note = h('div', { class: 'toast' }, text);
  document.getElementById('toasts').append(note);
  setTimeout(() => note.remove(), 6000);
};

/** Files as the sandbox takes them. */
export const readFiles = (files) =>
  Promise.all(
    [...files].map(
      (file) =>
        new Promise((resolve, reject) => {
          const reader = new FileReader();
          reader.onload = () =>
            resolve({
              name: file.name,
              mimetype: file.type || 'application/octet-stream',
              base64: String(reader.result).split(',')[1] ?? '',
            });
          reader.onerror = () => reject(reader.error);
          reader.readAsDataURL(file);
        }),
    ),
  );
