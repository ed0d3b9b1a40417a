import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };

/**
 * What Firefox needs besides `manifest.json`: it has background scripts where Chromium has a service worker, no `debugger`, and its store
 * requires the id and the data-collection statement.
 */
const firefoxManifest = {
  ...manifest,
  minimum_chrome_version: undefined,
  permissions: ['webRequest'],
  background: { scripts: ['src/extension/background.ts'], type: 'module' },
  browser_specific_settings: {
    gecko: {
      id: 'cors-inspector@cors-inspector.dev',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none'] },
    },
  },
};

/** `vite build --mode chrome|firefox` writes one unpacked extension to `dist/`; `npm run build` builds everything. */
export default defineConfig(({ mode }) => {
  const target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      preact({ reactAliasesEnabled: false, devToolsEnabled: false }),
      crx({
        manifest: (target === 'firefox' ? firefoxManifest : manifest) as ManifestV3Export,
        browser: target,
      }),
    ],
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: {
        input: { panel: 'src/panel/panel.html', access: 'src/extension/access.html' },
        // Left to itself the bundler puts this beside the session, and the panel would load all of that for one function.
        output: { codeSplitting: { groups: [{ name: 'order', test: /src\/session\/order\.ts$/ }] } },
      },
    },
  };
});
