// Attaches the debugger to every web page that is shown, before anyone else can.
chrome.tabs.onUpdated.addListener((tabId, _change, tab) => {
  if (!tab.url?.startsWith('http:')) return;
  chrome.debugger.attach({ tabId }, '1.3').then(
    () =>
      chrome.debugger.sendCommand({ tabId }, 'Runtime.evaluate', { expression: 'attachedByAnother = true' }),
    () => undefined,
  );
});
