#!/bin/sh
# Checks `make serve`: page, script and wasm are served, and the quiz of the page plays in a browser. The server ends
# with this script. Not for daily work: it takes as long as a first build.
set -eu
cd "$(dirname "$0")/.."
minutes=45

say() { printf 'serve-check: %s\n' "$*" >&2; }

TRUNK_SERVE_PORT=$(node -e 'require("net").createServer().listen(0, "127.0.0.1", function () {
  console.log(this.address().port);
  this.close();
})')
export TRUNK_SERVE_PORT
url="http://127.0.0.1:$TRUNK_SERVE_PORT"

# In its own process group, so that everything that make starts ends with it. (`set -m` needs a terminal.)
perl -e 'setpgrp(0, 0); exec @ARGV or exit 127' make serve &
server=$!
trap 'kill -- "-$server" 2>/dev/null || true' EXIT
trap 'exit 1' HUP INT TERM

answers() { node -e 'fetch(process.argv[1]).then((it) => process.exit(it.ok ? 0 : 1), () => process.exit(1))' "$1"; }
# trunk's page names the files only after they are built.
ready() { answers "$url/" && answers "$url/career-matcher.js" && wasm=$(ls dist/career-matcher-*.wasm 2>/dev/null) && [ -n "$wasm" ]; }

waited=0
until ready; do
  kill -0 "$server" 2>/dev/null || { say "make serve has ended; its last lines say why"; exit 1; }
  [ "$waited" -lt $((minutes * 60)) ] || { say "nothing at $url after $minutes minutes"; exit 1; }
  sleep 5
  waited=$((waited + 5))
done
for file in $wasm; do
  answers "$url/${file#dist/}" || { say "$file is not served"; exit 1; }
done
say "page, script and wasm answer after about $waited s"

make browsers
SERVED=$url cargo test --quiet --features "$(sed -n 's/^ALL := --features //p' Makefile)" --test e2e -- served::
say "the quiz of the page plays"
