/**
 * Tells when the tab shows a new page, once per navigation. The network tells it first and in order with the requests
 * (`committing`); DevTools tells it later and also for pages without a network response (`shown`: `about:blank`,
 * `file:`, the back-forward cache).
 */
export class Navigation {
  #told: string | null = null;

  constructor(private readonly navigated: (url: string) => void) {}

  committing(url: string): void {
    this.#told = withoutFragment(url);
    this.navigated(url);
  }

  shown(url: string): void {
    const already = this.#told === withoutFragment(url);
    this.#told = null;
    if (!already) this.navigated(url);
  }
}

function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash < 0 ? url : url.slice(0, hash);
}
