# The commands of this project. Each installs what it needs first (tools/install.sh), so that a fresh machine needs
# only Rust by rustup and Node.js.

export PATH := $(shell tools/install.sh path)$(PATH)
# The tools are pinned; trunk need not ask for newer ones.
export TRUNK_SKIP_VERSION_CHECK := true

# The widget is compiled together with a standard library that is tuned for size and aborts at once: 111 KB become
# 85 KB after compression. The pinned compiler takes these unstable flags when told that it may.
SMALL := RUSTC_BOOTSTRAP=1 \
  CARGO_UNSTABLE_BUILD_STD=std,panic_abort CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort"

# What the tests need beyond the core. One set for all, so that each dependency is compiled once.
ALL := --features ssr,e2e,assemble,cli

# Where tests find the pages and programs of others.
HOSTED = HOSTS=$(shell tools/install.sh hosts) YEW_HOST=$(abspath $(BUILT))/yew-host AXE_CORE=$(shell tools/install.sh axe)

# The command line of this checkout.
SAY := cargo run --quiet --features cli --bin career-matcher --

# Where cargo puts what it builds.
BUILT := $(or $(CARGO_TARGET_DIR),target)

.PHONY: help serve test check cases generate dist bench fuzz release-check clean tools browsers others

help: ## these words
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile

serve: tools ## build, then serve the demo page with the default quiz on localhost
	$(SMALL) trunk serve

dist: tools ## build the files to host into dist/
	$(SMALL) trunk build

test: tools browsers dist ## check style, then run every test: native, in a browser, and end to end in three
	cargo fmt --check
	cargo check --quiet
	cargo clippy --quiet --all-targets $(ALL) -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps $(ALL)
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner CHROMEDRIVER=$(shell command -v chromedriver) \
	  cargo test --target wasm32-unknown-unknown --features widget --test browser
	cargo build --quiet --target wasm32-unknown-unknown --features widget --example yew-host
	wasm-bindgen --target no-modules --no-typescript --out-dir $(BUILT)/yew-host \
	  $(BUILT)/wasm32-unknown-unknown/debug/examples/yew-host.wasm
	cargo test --quiet --doc $(ALL)
	$(HOSTED) cargo test --quiet --lib --bins --tests $(ALL)

check: tools others ## style and the tests that need no browser
	cargo fmt --check
	cargo clippy --quiet --all-targets $(ALL) -- -D warnings
	$(HOSTED) cargo test --quiet --lib --bins --tests --features cli

cases: tools browsers dist ## some of the browser cases: make cases of=cards::
	$(HOSTED) cargo test --quiet $(ALL) --test e2e -- $(of)

generate: ## write anew what the program makes: schemas, the manual of fields, the list of problems
	@for it in check lab match simulate; do $(SAY) schema $$it > schema/$$it.schema.json || exit 1; done
	@$(SAY) schema > schema/career-matcher.schema.json
	@$(SAY) reference > docs/config.md
	@$(SAY) problems > docs/problems.md
	@cargo run --quiet --features cli --bin manifest

bench: tools browsers dist ## how long things take: the page in three browsers, then matcher, interview, lab and rows of answers (criterion)
	cargo bench --profile dev $(ALL) --bench page
	cargo bench --features cli --bench matcher --bench adaptive --bench lab --bench rows

fuzz: ## made-up input for everything that reads what people wrote, thirty times as long as in the tests
	CAREER_MATCHER_FUZZ=30 cargo test --features cli --test fuzz -- --nocapture
	PROPTEST_CASES=100000 cargo test --features cli --lib too_strange

release-check: tools ## what has to hold before a release: reproducible, licences, known holes, list of parts
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
