#!/bin/sh
# Checks a release: two clean builds in different folders give the same bytes, licences are compatible, no known
# vulnerabilities, and a list of all components. Takes some minutes, and needs what `tools/install.sh release` installs.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
export PATH="$(tools/install.sh path)$PATH"

for place in one two/deeper; do
  mkdir -p "$work/$place"
  git archive HEAD | tar -x -C "$work/$place"
  echo "release-check: building in $place" >&2
  env -u CARGO_TARGET_DIR make -C "$work/$place" dist >"$work/build.log" 2>&1 || { tail -n 20 "$work/build.log" >&2; exit 1; }
  (cd "$work/$place/dist" && find . -type f | LC_ALL=C sort | xargs sha256sum) >"$work/$(basename "$place").sums"
  rm -rf "${work:?}/$place/target"
done
cmp "$work/one.sums" "$work/deeper.sums" || { diff "$work/one.sums" "$work/deeper.sums" >&2; exit 1; }
echo "release-check: $(wc -l <"$work/one.sums") files, byte for byte the same from two builds" >&2

# The list of known vulnerabilities comes over the network; without it, the other checks still run.
cargo deny --all-features check bans licenses sources
cargo deny --all-features check advisories || {
  [ "${OFFLINE:-}" ] || { echo "release-check: known holes could not be ruled out; OFFLINE=1 goes on" >&2; exit 1; }
}

mkdir -p target
cargo cyclonedx --quiet --features widget --no-default-features --target wasm32-unknown-unknown --format json --override-filename career-matcher.cdx
mv career-matcher.cdx.json target/
cp "$work/one.sums" target/career-matcher.sha256
echo "release-check: parts in target/career-matcher.cdx.json, sums in target/career-matcher.sha256" >&2
