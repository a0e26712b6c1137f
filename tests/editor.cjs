// Asks the language service of Visual Studio Code what it offers in a config, and prints it as JSON.

const fs = require("fs");
const { getLanguageService, TextDocument } = require("vscode-json-languageservice");

const schema = JSON.parse(fs.readFileSync("schema/career-matcher.schema.json", "utf8"));
const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: "schema", fileMatch: ["*.json"], schema }] });

// The caret stands where the text has a `|`.
const opened = (marked) => {
  const at = marked.indexOf("|");
  const document = TextDocument.create("file:///quiz.json", "json", 1, marked.replace("|", ""));
  return [document, document.positionAt(at), service.parseJSONDocument(document)];
};
const offers = async (marked) => (await service.doComplete(...opened(marked))).items.map((item) => item.label);
const explains = async (marked) => {
  const hover = await service.doHover(...opened(marked));
  return hover ? JSON.stringify(hover.contents) : "";
};
const problems = async (text) => {
  const document = TextDocument.create("file:///quiz.json", "json", 1, text);
  const told = await service.doValidation(document, service.parseJSONDocument(document));
  return told.map(({ message }) => message);
};

(async () => {
  console.log(
    JSON.stringify({
      "fields of the quiz": await offers('{ "version": 1, | }'),
      "fields of a card": await offers('{ "cards": [{ "id": "a", | }] }'),
      kinds: await offers('{ "cards": [{ "kind": | }] }'),
      presets: await offers('{ "theme": { "preset": | } }'),
      sections: await offers('{ "result": { "sections": [|] } }'),
      words: await offers('{ "words": { | } }'),
      "fields of a translation": await offers('{ "locales": { "de": { | } } }'),
      "hover on kind": await explains('{ "cards": [{ "ki|nd": "single" }] }'),
      "hover on title": await explains('{ "ti|tle": "Which?" }'),
      problems: await problems(fs.readFileSync("examples/everything.json", "utf8").replace(/"\$schema".*/, "")),
      bad: await problems('{ "version": 1, "title": 7, "careers": [{ "id": "x", "title": "X" }], "cards": [], "flow": {} }'),
    }),
  );
})();
