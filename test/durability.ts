import { spawnSync } from 'node:child_process'

/*
 * `npm run test:durability`: two people write in two tabs of a real browser that is killed 100 times
 * (KILLS=20: so many), and after each start nothing older than a second may be missing.
 */
const environment = { KILLS: '100', ...process.env }
for (const command of ['npx vite build', 'npx playwright test durability --project chromium']) {
  const { status } = spawnSync(command, { stdio: 'inherit', shell: true, env: environment })
  if (status !== 0) process.exit(status ?? 1)
}
