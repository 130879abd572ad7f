/** What a customer fills in. Every field has its name beside it and says what it wants; none needs a script. */
export type Field =
  | Readonly<{
      kind: 'text';
      name: string;
      label: string;
      type?: 'text' | 'url';
      hint?: string;
      value?: string;
      required?: boolean;
      autocomplete?: string;
      most?: number;
    }>
  | Readonly<{ kind: 'area'; name: string; label: string; value?: string; most: number }>
  | Readonly<{
      kind: 'choose';
      name: string;
      label: string;
      options: readonly Readonly<{ value: string; label: string }>[];
      value?: string;
      required?: boolean;
    }>
  | Readonly<{ kind: 'count'; name: string; label: string; of: string; most: number; value?: string }>
  | Readonly<{ kind: 'photos'; name: string; label: string; hint: string; required?: boolean }>
  | Readonly<{ kind: 'heading'; label: string }>
  | Readonly<{ kind: 'hidden'; name: string; value: string }>;

export type Form = Readonly<{
  fields: readonly Field[];
  submit: string;
  /** A second button: the same fields, sent elsewhere with `name`. */
  instead?: Readonly<{ label: string; action: string; name: string }>;
  method?: 'get' | 'post';
  action?: string;
  /** The text shown while an upload runs, with `{percent}`; only where scripts run. */
  progress?: string;
}>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);

export const drawForm = ({ fields, submit, instead, method = 'post', action, progress }: Form): string => {
  const upload = fields.some((field) => field.kind === 'photos');
  return `<form method="${method}"${action === undefined ? '' : ` action="${escapeHtml(action)}"`}${
    upload ? ' enctype="multipart/form-data"' : ''
  }>
${fields.map(drawField).join('\n')}
<button class="first">${escapeHtml(submit)}</button>
${instead === undefined ? '' : `<button formaction="${escapeHtml(instead.action)}" name="${escapeHtml(instead.name)}" value="1">${escapeHtml(instead.label)}</button>`}
${progress === undefined ? '' : `<p class="progress" role="status" aria-live="polite" data-text="${escapeHtml(progress)}"></p>`}
</form>`;
};

const drawField = (field: Field): string => {
  switch (field.kind) {
    case 'hidden':
      return `<input type="hidden" name="${escapeHtml(field.name)}" value="${escapeHtml(field.value)}">`;
    case 'heading':
      return `<h2>${escapeHtml(field.label)}</h2>`;
    case 'text':
      return labelled(
        field,
        `<input type="${field.type ?? 'text'}" ${named(field)} maxlength="${field.most ?? 254}" value="${escapeHtml(
          field.value ?? '',
        )}"${field.required ? ' required' : ''}${field.autocomplete ? ` autocomplete="${field.autocomplete}"` : ''}>`,
      );
    case 'area':
      return labelled(
        field,
        `<textarea ${named(field)} rows="3" maxlength="${field.most}">${escapeHtml(field.value ?? '')}</textarea>`,
      );
    case 'photos':
      return labelled(
        field,
        `<input type="file" ${named(field)} accept="image/jpeg,image/png,image/webp,image/heic,.heic,.heif" multiple${
          field.required ? ' required' : ''
        }>`,
      );
    case 'count':
      return `<label class="count"><span>${escapeHtml(field.label)}</span><span><select name="${escapeHtml(field.name)}">${Array.from(
        { length: field.most + 1 },
        (_, count) => `<option${String(count) === (field.value ?? '0') ? ' selected' : ''}>${count}</option>`,
      ).join('')}</select> ${escapeHtml(field.of)}</span></label>`;
    case 'choose':
      return `<fieldset><legend>${escapeHtml(field.label)}</legend>${field.options
        .map(
          ({ value, label }) =>
            `<label class="option"><input type="radio" name="${escapeHtml(field.name)}" value="${escapeHtml(value)}"${
              value === field.value ? ' checked' : ''
            }${field.required ? ' required' : ''}><span>${escapeHtml(label)}</span></label>`,
        )
        .join('')}</fieldset>`;
  }
};

type Named = Readonly<{ name: string; label: string; hint?: string }>;

const named = ({ name, hint }: Named): string =>
  `id="${escapeHtml(name)}" name="${escapeHtml(name)}"${hint === undefined ? '' : ` aria-describedby="${escapeHtml(name)}-hint"`}`;

const labelled = (field: Named, control: string): string =>
  `<div class="field"><label for="${escapeHtml(field.name)}">${escapeHtml(field.label)}</label>${
    field.hint === undefined ? '' : `<p class="hint" id="${escapeHtml(field.name)}-hint">${escapeHtml(field.hint)}</p>`
  }${control}</div>`;
