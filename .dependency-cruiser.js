/** What the imports of the house may not do, types included; eslint.house.js has the ways that are open. */
export default {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'Two files that import each other are one thought in two places: part them otherwise.',
      severity: 'error',
      from: {},
      to: { circular: true }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true
  }
}
