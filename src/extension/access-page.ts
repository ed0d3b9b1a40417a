/** Asks for access to all sites where the panel itself cannot: a click in an ordinary page of the extension. */
import { browser } from './browser.ts';

const told = document.getElementById('told');
document.getElementById('ask')?.addEventListener('click', () => {
  void browser.permissions.request({ origins: ['<all_urls>'] }).then((granted) => {
    if (told !== null)
      told.textContent = granted
        ? 'Allowed. Reload the inspected page; this page can be closed.'
        : 'Not allowed: requests to some sites stay unseen.';
  });
});
