/** Names before `::` that programs write: namespaces, crates, types and their like. */
export const codeScopes: ReadonlySet<string> = new Set(
  `std boost chrono ranges views fmt absl Eigen cv testing llvm clang QString Qt crate self Self super core alloc
  tokio serde Vec String Option Result Box Arc Rc HashMap HashSet BTreeMap Path PathBuf Duration Instant Ordering
  Iterator Cow RefCell Cell Mutex RwLock str u8 u16 u32 u64 usize i8 i16 i32 i64 f32 f64 char bool io fs env thread
  mem ptr iter collections Foo Bar foo bar ActiveRecord ActiveSupport Rails Net JSON File Math parent static AWS CGI
  Data LWP DBI System Type ns`.split(/\s+/)
)

/** Names behind `::` that programs write: elements of style sheets, types of databases. */
export const codeMembers: ReadonlySet<string> = new Set(
  `before after placeholder selection marker first-line first-letter backdrop part slotted cue text int integer
  bigint date timestamp timestamptz jsonb json uuid varchar numeric boolean bool class new from default Int Integer
  String Bool Char Double Float Maybe IO Text`.split(/\s+/)
)
