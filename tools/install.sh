#!/bin/sh
# Installs what this machine lacks: `tools/install.sh build` for building, `browsers` for the browser tests, `others`
# for third-party files that the tests read. Tools go into a cache folder by version; a tool on PATH with the right
# version is used.
# It must never change the clone, or install a second copy of a tool.
set -eu
cd "$(dirname "$0")/.."
cache="${CAREER_MATCHER_CACHE:-$HOME/.cache/career-matcher}"

say() { printf 'setup: %s\n' "$*" >&2; }
die() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
pinned() { sed -n "s/^$1 *= *\"[=version_]*\([0-9.]*\)\".*/\1/p" Trunk.toml; }

# at COMMAND VERSION: whether it is on PATH or in the cache, with exactly this version
at() { have "$1" && "$1" --version 2>/dev/null | head -n 1 | tr ' ()' '\n\n\n' | grep -qxF -e "$2" -e "version_$2"; }

# crate NAME VERSION COMMAND [flags]: a prebuilt binary if cargo-binstall finds one, otherwise a build with fast
# settings
crate() {
  name=$1 version=$2 command=$3; shift 3
  PATH="$cache/$name-$version/bin:$PATH"
  at "$command" "$version" && return
  say "installing $name $version (once; kept in $cache)"
  if have cargo-binstall &&
    cargo binstall --no-confirm --disable-strategies compile --root "$cache/$name-$version" "$name@=$version" >/dev/null 2>&1 &&
    at "$command" "$version"; then return; fi
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR="$cache/target" \
    cargo install --quiet --root "$cache/$name-$version" --version "=$version" "$@" "$name" ||
    die "could not build $name $version; the lines above say why"
}

rust() {
  have cargo || die "Rust is missing: install it from https://rustup.rs, then run this again"
  have rustup || die "rustup is missing, and it brings the WebAssembly target: install it from https://rustup.rs"
  rustup show active-toolchain >/dev/null 2>&1 ||
    rustup toolchain install "$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)" --profile minimal ||
    die "rustup could not install the toolchain that rust-toolchain.toml names"
  rustup target list --installed | grep -qx wasm32-unknown-unknown ||
    rustup target add wasm32-unknown-unknown || die "rustup could not add the target wasm32-unknown-unknown"
  for part in rustfmt clippy rust-src; do
    rustup component list --installed | grep -q "^$part" || rustup component add "$part" ||
      die "rustup could not add the component $part"
  done
}

# npm NAME VERSION COMMAND [VERSION-IT-PRINTS]: tools with prebuilt binaries on npm
npm_tool() {
  name=$1 version=$2 command=$3 printed=${4:-$2}
  PATH="$cache/$name-$version/node_modules/.bin:$PATH"
  at "$command" "$printed" && return
  have npm || die "Node.js with npm is missing, and $command comes from it: install Node.js 18 or newer"
  say "installing $name $version (once; kept in $cache)"
  npm install --silent --no-fund --no-audit --prefix "$cache/$name-$version" "$name@$version" >&2 ||
    die "npm could not install $name $version"
}

# Browsers come from the system: Debian and Ubuntu packages are installed; other systems get a message.
browsers() {
  missing=
  have chromium || have google-chrome || have chromium-browser || missing="$missing chromium"
  have chromedriver || missing="$missing chromium-driver"
  have firefox || have firefox-esr || missing="$missing firefox-esr"
  have WebKitWebDriver || missing="$missing webkit2gtk-driver"
  have Xvfb || missing="$missing xvfb"
  if [ -n "$missing" ]; then
    have apt-get || die "browsers are missing; install what provides:$missing"
    if [ "$(id -u)" = 0 ]; then sudo=; elif have sudo && sudo -n true 2>/dev/null; then sudo="sudo -n"
    else die "no rights to install browser packages; run: sudo apt-get install$missing"; fi
    say "installing packages:$missing"
    # shellcheck disable=SC2086
    { $sudo apt-get update -q && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -qy --no-install-recommends $missing; } \
      >"$cache/apt.log" 2>&1 || die "apt-get failed; its words are in $cache/apt.log; try: sudo apt-get install$missing"
  fi
  crate geckodriver "$geckodriver" geckodriver --locked
}

wasm_bindgen=$(pinned wasm_bindgen) trunk=$(pinned trunk-version) wasm_opt=$(pinned wasm_opt)
esbuild=0.28.1 geckodriver=0.37.1 axe=4.14.1 cargo_deny=0.20.2 cargo_cyclonedx=0.5.9

install_hosts() { # third-party apps and stylesheets for test pages, and tools that read our types and manifest
  [ -d "$(hosts)/typescript" ] && return
  have npm || die "Node.js with npm is missing: install Node.js 18 or newer"
  say "installing React, Vue, Bootstrap, Tailwind, TypeScript and an editor for the tests (once; kept in $cache)"
  npm install --silent --no-fund --no-audit --prefix "$cache/hosts-3" \
    react@19.3.1 react-dom@19.3.1 vue@3.5.45 bootstrap@5.3.9 tailwindcss@4.3.5 \
    vscode-json-languageservice@5.7.1 typescript@7.0.2 @types/react@19.3.0 >&2 || die "npm could not install what the tests need of other people"
}

hosts() { echo "$cache/hosts-3/node_modules"; }
axe_core() { echo "$cache/axe-core-$axe/node_modules/axe-core/axe.min.js"; }

mkdir -p "$cache"
case "${1:-}" in
  build)
    rust
    crate wasm-bindgen-cli "$wasm_bindgen" wasm-bindgen
    crate trunk "$trunk" trunk --locked
    npm_tool binaryen "$wasm_opt.0.0" wasm-opt "$wasm_opt"
    npm_tool esbuild "$esbuild" esbuild
    ;;
  browsers)
    browsers
    [ -f "$(axe_core)" ] || npm_tool axe-core "$axe" axe-core
    install_hosts
    ;;
  others) install_hosts ;; # third-party files for the tests
  release)
    crate cargo-deny "$cargo_deny" cargo-deny --locked
    crate cargo-cyclonedx "$cargo_cyclonedx" cargo-cyclonedx --locked
    ;;
  axe) axe_core ;; # the path of the accessibility checker
  hosts) hosts ;; # the path of React and other frameworks
  path) # the addition to PATH with the tools above
    printf '%s/bin:' "$cache/cargo-deny-$cargo_deny" "$cache/cargo-cyclonedx-$cargo_cyclonedx"
    printf '%s/bin:' "$cache/wasm-bindgen-cli-$wasm_bindgen" "$cache/trunk-$trunk" "$cache/geckodriver-$geckodriver"
    printf '%s/node_modules/.bin:' "$cache/binaryen-$wasm_opt.0.0" "$cache/esbuild-$esbuild"
    ;;
  *) die "usage: tools/install.sh build|browsers|others|release|axe|hosts|path" ;;
esac
