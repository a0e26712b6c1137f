# The commands of this project. Each one first installs what it needs (tools/install.sh), so a new machine needs only
# Rust (rustup) and Node.js.

export PATH := $(shell tools/install.sh path)$(PATH)
# The tools are pinned, so trunk does not check for newer versions.
export TRUNK_SKIP_VERSION_CHECK := true

# The widget is compiled together with a standard library that is optimised for size and aborts immediately: 85 KB
# instead of 111 KB after compression. RUSTC_BOOTSTRAP lets the pinned compiler accept these unstable flags.
SMALL := RUSTC_BOOTSTRAP=1 \
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort"

# What the tests need beyond the core. One set for all, so that each dependency is compiled once.
ALL := --features ssr,e2e,assemble,cli

# Where the tests find third-party pages and programs.
HOSTED = HOSTS=$(shell tools/install.sh hosts) YEW_HOST=$(abspath $(BUILT))/yew-host AXE_CORE=$(shell tools/install.sh axe)

# The command line of this checkout.
SAY := cargo run --quiet --features cli --bin career-matcher --

# Cargo's build folder.
BUILT := $(or $(CARGO_TARGET_DIR),target)

.PHONY: help serve test check cases generate dist bench fuzz release-check clean tools browsers others

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

serve: tools ## build and serve the demo page with the default quiz on localhost
	$(SMALL) trunk serve

dist: tools ## build the files to host into dist/
	$(SMALL) trunk build

test: tools browsers dist ## check the style and run every test: native, in one browser, and end to end in three browsers
	cargo fmt --check
	cargo check --quiet
	cargo clippy --quiet --all-targets $(ALL) -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps $(ALL)
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CHROMEDRIVER=$(shell command -v chromedriver) \
	  cargo test --target wasm32-unknown-unknown --no-default-features --features widget --test browser
	cargo build --quiet --target wasm32-unknown-unknown --no-default-features --features widget --example yew-host
	wasm-bindgen --target no-modules --no-typescript --out-dir $(BUILT)/yew-host \
	  $(BUILT)/wasm32-unknown-unknown/debug/examples/yew-host.wasm
	cargo test --quiet --doc $(ALL)
	$(HOSTED) cargo test --quiet --lib --bins --tests $(ALL)

check: tools others ## check the style and run the tests that need no browser
	cargo fmt --check
	cargo clippy --quiet --all-targets $(ALL) -- -D warnings
	$(HOSTED) cargo test --quiet --lib --bins --tests --features cli

cases: tools browsers dist ## run some of the browser cases: make cases of=cards::
	$(HOSTED) cargo test --quiet $(ALL) --test e2e -- $(of)

generate: ## regenerate schemas, the manual of fields, the list of problems and the manifest
	@for it in check lab match simulate; do $(SAY) schema $$it > schema/$$it.schema.json || exit 1; done
	@$(SAY) schema > schema/career-matcher.schema.json
	@$(SAY) reference > docs/config.md
	@$(SAY) problems > docs/problems.md
	@cargo run --quiet --features cli --bin manifest

bench: tools browsers dist ## measure times: the page in three browsers, then matcher, interview, lab and rows of answers (criterion)
	cargo bench --profile dev $(ALL) --bench page
	cargo bench --features cli --bench matcher --bench adaptive --bench lab --bench rows

fuzz: ## fuzz every parser of user input, thirty times as long as in the tests
	CAREER_MATCHER_FUZZ=30 cargo test --features cli --test fuzz -- --nocapture
	PROPTEST_CASES=100000 cargo test --features cli --lib too_strange

release-check: tools ## check a release: reproducible build, licences, known vulnerabilities, list of components
	@tools/install.sh release
	tools/release-check.sh

clean: ## remove everything that was built
	rm -rf dist target

tools:
	@tools/install.sh build

browsers:
	@tools/install.sh browsers

others:
	@tools/install.sh others
