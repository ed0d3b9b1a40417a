/** Fetch Standard §2.2.1, "CORS-safelisted method": exactly these bytes; `get` is another method. */
export function isSafelistedMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'POST';
}

/** Fetch Standard §2.2.1, "normalize": these six in any case become upper case; `patch` stays `patch`. */
export function normalizeMethod(method: string): string {
  return /^(?:delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method;
}

/** Fetch Standard §2.2.1, "forbidden method", in any case: a page cannot send it. */
export function isForbiddenMethod(method: string): boolean {
  return /^(?:connect|trace|track)$/i.test(method);
}
