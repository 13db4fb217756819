// Reads a page without running it; what is parsed this way needs no right to write HTML.
const busyMax = 60_000;

export function read(address, { method = 'GET', body = null, timeout = busyMax } = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = 'document';
    request.timeout = timeout;
    request.setRequestHeader('Accept', 'text/html');
    if (body) request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.onload = () => (request.response
      ? resolve({ page: request.response, address: request.responseURL, status: request.status }) : reject());
    request.onerror = reject;
    request.ontimeout = reject;
    request.onabort = reject;
    request.send(body);
  });
}
