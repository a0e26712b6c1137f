// For each module and chunk: what the text of a quiz contains if the quiz needs it. The build fills this in from
// `src/embed/chunk_table.rs`, so that no other file of the script looks into a quiz.

{{asks}}
