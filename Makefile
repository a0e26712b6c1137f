# The commands of this project. Each installs what it needs first (tools/install.sh), so that a fresh machine needs
# only Rust, Node.js and these words.
export PATH := $(shell tools/install.sh path)$(PATH)
# Trunk's own download of tools is for machines where it works; here they are on PATH.
export TRUNK_OFFLINE := true

.PHONY: serve test dist clean

serve: tools ## the demo page with the default quiz, on localhost
	trunk serve

dist: tools ## the files to host, in dist/
	trunk build

.PHONY: tools
tools:
	@tools/install.sh build

clean:
	rm -rf dist target
