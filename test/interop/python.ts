import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/** Path of a file in this folder. */
export function beside(name: string): string {
  return `${import.meta.dirname}/${name}`
}

const pythons = new Map<string, Promise<string>>()

/** The Python of an environment with these requirements, made where it is missing (minutes). */
export function pythonWith(requirements: string): Promise<string> {
  const python = pythons.get(requirements) ?? findOrMake(requirements)
  pythons.set(requirements, python)
  return python
}

async function findOrMake(requirements: string): Promise<string> {
  const made = await run('python3', [beside('make_venv.py'), beside(requirements)])
  if (made.code !== 0) throw new Error(made.errors)
  return made.output.trim()
}

/** Runs a program to its end, whatever its exit code. */
export async function run(
  program: string,
  words: string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {}
): Promise<{ code: number; output: string; errors: string }> {
  // Compiled modules are kept: LitGPT imports ten seconds' worth of them at each start.
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '', ...options.env }
  const place = options.cwd === undefined ? {} : { cwd: options.cwd }
  try {
    const running = execute(program, words, { ...place, env, maxBuffer: 1e9 })
    running.child.stdin?.end(options.input)
    const { stdout, stderr } = await running
    return { code: 0, output: stdout, errors: stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string }
    if (typeof code !== 'number') throw error
    return { code, output: stdout, errors: stderr }
  }
}
