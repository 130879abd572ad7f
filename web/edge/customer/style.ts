/** One column that fits a small phone; contrast of at least 4.5 : 1; targets of at least 48 px. */
export const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; padding: 16px; background: #f4f6f8; color: #1f2328;
  font: 16px/1.5 -apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
main { max-width: 560px; margin: 24px auto; padding: 24px; background: #fff; border: 1px solid #d8dee4;
  border-radius: 12px; overflow-wrap: anywhere; }
h1 { margin: 4px 0 12px; font-size: 24px; line-height: 1.3; }
p { margin: 0 0 12px; }
ul { margin: 0 0 16px; padding: 12px 12px 12px 32px; background: #f4f6f8; border-radius: 8px; }
.shop { margin: 0; color: #59636e; font-weight: 600; }
.note { color: #59636e; font-size: 14px; }
form { display: grid; gap: 12px; margin: 16px 0; }
button { min-height: 52px; padding: 12px 16px; border: 1px solid #1f2328; border-radius: 10px; background: #fff;
  color: #1f2328; font: inherit; font-weight: 600; text-align: left; cursor: pointer; }
button.first { background: #1f2328; color: #fff; }
button span { display: block; font-weight: 400; font-size: 14px; }
button:focus-visible, a:focus-visible { outline: 3px solid #0a58ca; outline-offset: 2px; }
a { color: #0a58ca; }
`;
