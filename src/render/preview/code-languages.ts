/** What `colourCode` knows, by every name that it has: nothing else is worth fetching it for. */
const known = new Set(
  (
    'arduino atom bash c c# c++ cc cjs cmd console cpp cs csharp css cts cxx dart diff docker ' +
    'dockerfile elixir ex exs gemspec go golang gql graphql gyp h h++ haskell hh hpp hs html hxx ' +
    'ini ino ipython irb java javascript js json json5 jsonc jsp jsx julia kotlin kt kts latex ' +
    'less lua mak make makefile markdown matlab md mjs mk mkd mkdown mm mts obj-c obj-c++ objc ' +
    'objective-c++ objectivec patch perl php php-template pl plist pluto pm podspec powershell ' +
    'ps ps1 pwsh py pycon python python-repl r rb rs rss ruby rust scala scss sh sh-session ' +
    'shell shellsession sql svelte svg swift tex thor toml ts tsx typescript vb vbnet vue ' +
    'vue-html wasm wsf xhtml xjb xml xsd xsl yaml yml zsh'
  ).split(' ')
)

/** The language that a code block names, as in `rust,ignore` or `{.python .input}`, if it is known. */
export function knownLanguage(info: string): string | undefined {
  const name = namedLanguage(info)
  return name !== undefined && known.has(name) ? name : undefined
}

/** Whether what a code block says of itself makes it a diagram (N2). */
export function isDiagram(info: string): boolean {
  return namedLanguage(info) === 'mermaid'
}

function namedLanguage(info: string): string | undefined {
  return /[\p{L}\p{N}][\p{L}\p{N}+#-]*/u.exec(info)?.[0].toLowerCase()
}
