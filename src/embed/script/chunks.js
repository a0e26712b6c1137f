// What a quiz's text must have in it to need a module or a chunk, by name. From `src/embed/chunk_table.rs`, filled in by
// the build: no other file of the script looks into a quiz.

export const ASKS = {{asks}};
