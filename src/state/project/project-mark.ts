import type { Project } from './project.svelte.ts'

/** Which project is open, to be known again after a wait. */
export type ProjectMark = Pick<Project, 'id' | 'name' | 'opened'>

/** Marks the open project. */
export function markOf({ id, name, opened }: Project): ProjectMark {
  return { id, name, opened }
}

/** Whether a project is the open one: still, or again, or as the copy that was made of it. */
export function isOpen(project: Project, { id, opened }: ProjectMark): boolean {
  // What comes while the page starts is for the first project that it opens.
  const isFirst = opened === 0 && project.opened === 1
  return project.id === id || project.opened === opened || isFirst
}
