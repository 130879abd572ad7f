/**
 * Shows how far an upload is. Without it the form is sent as forms are. What comes back is the page that the form would
 * have led to: it is opened where it was redirected to, and shown in place where it was not.
 */
export const SCRIPT = `(function () {
var form = document.querySelector('form[enctype]');
if (!form || !window.FormData || !window.XMLHttpRequest) return;
form.addEventListener('submit', function (event) {
  event.preventDefault();
  var status = form.querySelector('.progress');
  var button = form.querySelector('button');
  var request = new XMLHttpRequest();
  button.disabled = true;
  var show = function (percent) { status.textContent = status.dataset.text.replace('{percent}', percent); };
  show(0);
  request.upload.onprogress = function (sent) { if (sent.lengthComputable) show(Math.floor(100 * sent.loaded / sent.total)); };
  request.onerror = function () { button.disabled = false; status.textContent = ''; form.submit(); };
  request.onload = function () {
    var there = new URL(request.responseURL);
    if (there.pathname + there.search !== location.pathname + location.search || request.status === 200) location.assign(there.href);
    else { document.open(); document.write(request.responseText); document.close(); }
  };
  request.open('POST', form.action || location.href);
  request.send(new FormData(form));
});
})();`;
