import { execFileSync, spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'

const missing =
  'No Chromium was found: install Chromium, Google Chrome or Microsoft Edge ' +
  '(Debian, Ubuntu: "sudo apt-get install chromium"), or set LAEGNA_BROWSER to the path of its program.'

/**
 * Path of a Chromium, Chrome or Edge to test with: `LAEGNA_BROWSER`, else the system's, else
 * Playwright's own, which is installed where that works. Otherwise ends the process with exit 1
 * and one sentence that says what to install.
 */
export function findBrowser(): string {
  const wanted = process.env['LAEGNA_BROWSER']
  if (wanted) {
    if (runs(wanted)) return wanted
    return giveUp(
      `LAEGNA_BROWSER names ${wanted}, which does not run: set it to a Chromium program.`
    )
  }
  const found = candidates().find(runs) ?? installedByPlaywright() ?? installWithPlaywright()
  return found ?? giveUp(missing)
}

function candidates(): string[] {
  if (process.platform === 'darwin') return macPrograms()
  if (process.platform === 'win32') return windowsPrograms()
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    'microsoft-edge',
    'microsoft-edge-stable'
  ]
  return inFolders(names)
}

function inFolders(names: string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const usual = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']
  return names.flatMap((name) => [...folders, ...usual].map((folder) => join(folder, name)))
}

/** Path of a stock Firefox of the system, or undefined where none is. */
export function findFirefox(): string | undefined {
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox'
  return [...inFolders(['firefox', 'firefox-esr']), mac].find(runs)
}

function macPrograms(): string[] {
  const names = ['Chromium', 'Google Chrome', 'Microsoft Edge']
  const folders = ['/Applications', join(homedir(), 'Applications')]
  return names.flatMap((name) =>
    folders.map((folder) => join(folder, `${name}.app`, 'Contents', 'MacOS', name))
  )
}

function windowsPrograms(): string[] {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => process.env[name])
    .filter((folder) => folder !== undefined)
  const programs = [
    ['Chromium', 'Application', 'chrome.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe']
  ]
  return programs.flatMap((parts) => folders.map((folder) => join(folder, ...parts)))
}

function runs(program: string): boolean {
  try {
    accessSync(program, constants.X_OK)
  } catch {
    return false
  }
  // On Windows `--version` would open a window; the file being there has to do.
  if (process.platform === 'win32') return true
  // Ubuntu's chromium-browser may be a stub that only says "install the snap": so ask it.
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}

function installedByPlaywright(): string | undefined {
  const program = chromium.executablePath()
  return existsSync(program) && runs(program) ? program : undefined
}

function installWithPlaywright(): string | undefined {
  try {
    console.error('No Chromium found; trying "npx playwright install chromium".')
    execFileSync('npx', ['playwright', 'install', 'chromium'], {
      stdio: ['ignore', 'ignore', 'ignore'],
      shell: process.platform === 'win32',
      timeout: 300_000
    })
  } catch {
    return undefined
  }
  return installedByPlaywright()
}

function giveUp(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  console.log(findBrowser())
}
