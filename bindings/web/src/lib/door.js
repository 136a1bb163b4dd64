// After loading, the page forbids itself every connection. A policy can only be made stricter, so nothing can open the door again.

export function close() {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "connect-src 'none'; img-src data: blob:; media-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'; form-action 'none'";
  document.head.append(meta);
}
