/** What the user should be told, by cause, so that one cause's end does not hide another. */
export class Notices {
  /** The listening's own: site access, restarts. */
  host: string | null = null;
  /** Exchanges went because of the limit. */
  limit: string | null = null;
  /** The file that is shown, or why a file could not be. */
  file: string | null = null;
  /** Why deep capture is not on; told by itself, because the user can do something about it. */
  deep: string | null = null;

  /** The file could not be shown. */
  fileFailed = false;

  /** Whether any of them tells of something amiss; otherwise they only inform. */
  get warns(): boolean {
    return this.host !== null || (this.file !== null && this.fileFailed);
  }

  /** All of them as one text, or null. */
  get text(): string | null {
    const all = [this.host, this.file, this.limit].filter((notice) => notice !== null);
    return all.length > 0 ? all.join(' ') : null;
  }
}

export function limitNotice(limit: number): string {
  return `Only the latest ${limit.toLocaleString('en')} requests are kept; older ones are gone.`;
}

/** `capturing`: the session could also capture, so that the user must learn why it does not now. `lost`: what is not in the file. */
export function shownFileNotice(
  name: string,
  count: number,
  capturing: boolean,
  lost: string | null = null,
): string {
  const what = count === 1 ? '1 cross-origin request' : `${count.toLocaleString('en')} cross-origin requests`;
  const off = capturing ? ' Recording is off; switching it on leaves the file.' : '';
  return `Showing ${what} of ${name}.${lost === null ? '' : ` ${lost}`}${off}`;
}
