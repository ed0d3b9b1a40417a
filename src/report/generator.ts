/** Who wrote a report. A test pins the version to `package.json`. */
export const generator = { name: 'cors-inspector', version: '0.1.0' } as const;
