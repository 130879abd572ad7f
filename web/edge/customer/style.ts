const PLAIN = '#1f2328';

/**
 * One column that fits a small phone; contrast of at least 4.5 : 1; targets of at least 48 px.
 * @param accent  the shop's colour, checked to be readable on white when it was saved
 */
export const styleOf = (accent: string = PLAIN): string => `
:root { color-scheme: light; --accent: ${/^#[0-9a-f]{6}$/.test(accent) ? accent : PLAIN}; }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: #f4f6f8; color: #1f2328;
  font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 560px; margin: 24px auto; padding: 24px; background: #fff; border: 1px solid #d8dee4;
  border-top: 4px solid var(--accent); border-radius: 12px; overflow-wrap: anywhere; }
@media (max-width: 480px) { body { padding: 8px; } main { margin: 8px auto; padding: 20px 16px; } }
h1 { margin: 4px 0 12px; font-size: 24px; line-height: 1.3; }
h2 { margin: 8px 0 0; font-size: 18px; line-height: 1.3; }
p { margin: 0 0 12px; }
ul { margin: 0 0 16px; padding: 12px 12px 12px 32px; background: #f4f6f8; border-radius: 8px; }
ul.clauses { padding: 0; background: none; list-style: none; color: #59636e; font-size: 14px; }
ul.clauses li { margin: 0 0 6px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0 0 16px; }
dt { color: #59636e; } dd { margin: 0; font-weight: 600; }
table { width: 100%; margin: 0 0 16px; border-collapse: collapse; }
caption { padding: 0 0 6px; font-weight: 600; text-align: left; }
th { padding: 4px 0; font-weight: 400; text-align: left; } td { padding: 4px 0; text-align: right; white-space: nowrap; }
tfoot th, tfoot td { border-top: 1px solid #d8dee4; padding-top: 8px; font-weight: 700; }
.shop { margin: 0; color: #59636e; font-weight: 600; }
.shop img { display: block; max-height: 40px; max-width: 240px; }
.note, .hint, .progress { color: #59636e; font-size: 14px; }
.hint { margin: 0 0 6px; }
.problems { margin: 0 0 16px; border: 1px solid #b3261e; border-radius: 8px; }
.problems ul { margin: 0; background: #fdf2f1; color: #8c1d18; }
form { display: grid; gap: 16px; margin: 16px 0; }
fieldset { display: grid; gap: 8px; margin: 0; padding: 0; border: 0; min-width: 0; }
legend, .field label { padding: 0; font-weight: 600; }
legend { margin: 0 0 6px; }
.option { display: flex; gap: 12px; align-items: center; min-height: 48px; padding: 8px 12px; border: 1px solid #8c959f;
  border-radius: 10px; cursor: pointer; }
.option input { width: 20px; height: 20px; flex: none; accent-color: var(--accent); }
.count { display: flex; gap: 12px; justify-content: space-between; align-items: center; min-height: 48px; }
.count > span:last-child { white-space: nowrap; }
select, input[type=text], input[type=url], textarea { width: 100%; min-height: 48px; padding: 10px 12px;
  border: 1px solid #8c959f; border-radius: 10px; background: #fff; color: inherit; font: inherit; }
select { width: auto; }
input[type=file] { width: 100%; min-height: 48px; padding: 10px 0; font: inherit; }
input[type=file]::file-selector-button { min-height: 44px; margin-right: 12px; padding: 8px 14px; border: 1px solid #8c959f;
  border-radius: 10px; background: #f4f6f8; color: #1f2328; font: inherit; font-weight: 600; }
button { min-height: 52px; padding: 12px 16px; border: 1px solid var(--accent); border-radius: 10px; background: #fff;
  color: var(--accent); font: inherit; font-weight: 600; text-align: left; cursor: pointer; }
button.first { background: var(--accent); color: #fff; }
button:disabled { opacity: .7; cursor: progress; }
button span { display: block; font-weight: 400; font-size: 14px; }
.links { display: flex; flex-wrap: wrap; gap: 4px 20px; }
.links a { display: inline-block; padding: 10px 0; }
button:focus-visible, a:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible,
.option:focus-within { outline: 3px solid #0a58ca; outline-offset: 2px; }
a { color: #0a58ca; }
`;
