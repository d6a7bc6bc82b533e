# Needs Rust (see rust-version in Cargo.toml) and, but for test-core, bench and vectors, Python 3.11 or
# later. Tools are fetched into target/tools and nowhere else.

TOOLS := target/tools
PYTHON ?= python3
FUZZ_SECONDS ?= 10
# The properties look at the same cases every time; PROPTEST_RNG_SEED=... or PROPTEST_CASES=... for others.
export PROPTEST_RNG_SEED ?= 2025

# Everything is built with the same features, so that one step uses what another has built: cargo unites the
# features of the packages it is asked for. But for what writes Kotlin and Swift: three lines of ours on a great
# deal of UniFFI's, which the languages build and run.
WHOLE := --workspace --exclude muntwerk-uniffi-bindgen --features muntwerk/schema --locked

.PHONY: help demo test test-core test-mobile test-tools test-python python-build python-types oracles deny fuzz bench bench-python faults faults-check vectors feed-vectors seeds schema msrv clean-tools python mobile-types mobile-library kotlin-sources test-kotlin bench-kotlin test-swift bench-swift mobile-size

help:
	@echo "make demo        run the generated day books and print their books"
	@echo "make test        everything that must hold: test-core, then test-python, test-mobile and test-tools beside each other"
	@echo "make test-core   what Rust alone can check"
	@echo "make test-python the Python package: its tests, its types, the examples"
	@echo "make python-build install it into a virtual environment, target/python/venv"
	@echo "make python-types write its classes anew from the core's source"
	@echo "make test-mobile test-kotlin and test-swift"
	@echo "make test-kotlin the Kotlin package: its tests over the real library, the example"
	@echo "make test-swift  the Swift package: the same; sets Swift 6 up under target/tools if it is not there"
	@echo "make mobile-types write the records of the mobile library anew from the core's source"
	@echo "make test-tools  the oracles, the dependencies, the fuzz targets ($(FUZZ_SECONDS) s each)"
	@echo "make fuzz        only the fuzz targets; FUZZ_SECONDS=600 for longer"
	@echo "make bench       measure, and write target/bench/core.json, store.json, python.json, mobile.json"
	@echo "make mobile-size build the mobile library for this machine and for Android, and say how big it is"
	@echo "make vectors     run the conformance vectors"
	@echo "make feed-vectors write the vectors of feeds anew"
	@echo "make faults      plant faults in the engine and see that the tests turn red"
	@echo "make seeds       write the seeds of the fuzz targets anew"
	@echo "make schema      write the schema and the reference of the design file anew (core/docs)"
	@echo "make msrv        check with the oldest compiler that is promised (fetched by rustup)"
	@echo "make clean-tools throw away what was fetched"

demo:
	sh examples/demo.sh

# The languages and the tools wait for each other's compilers now and then, and otherwise not.
test: export SWIFT ?= optional
test: test-core
	@$(MAKE) --jobs=3 --output-sync=target test-python test-mobile test-tools
	@echo "make test: everything holds"

test-mobile:
	@$(MAKE) --jobs=1 test-kotlin
	@$(MAKE) --jobs=1 test-swift

# cargo test runs the doc tests and replays the seeds of the fuzz targets too. The profile testrelease
# has no debug assertions and no overflow checks, as what is shipped; the demo runs in it too.
test-core:
	cargo fmt --all --check
	cargo clippy $(WHOLE) --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --exclude muntwerk-uniffi-bindgen --no-deps --locked --quiet
	cargo test $(WHOLE)
	cargo test $(WHOLE) --bench core --bench durable -- --test
	cargo test $(WHOLE) --test vectors --test fuzz_seeds --profile testrelease

test-tools:
	@$(MAKE) --jobs=1 oracles
	@$(MAKE) --jobs=1 deny faults-check fuzz

python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is not Python 3.11 or later; say which is: make PYTHON=..." >&2; exit 1; }

# The Python package, in a virtual environment of its own. Not optimised: that takes the compiler longer than
# the tests take without.
PY := target/python/venv
$(PY)/fetched: bindings-python/requirements-test.txt | python
	@$(PYTHON) -m venv --clear $(PY) || \
		{ echo "python: $(PYTHON) cannot make a virtual environment (Debian: apt-get install python3-venv)" >&2; exit 1; }
	@$(PY)/bin/pip install --quiet --disable-pip-version-check --requirement $< || \
		{ echo "python: could not fetch what stands in $< from PyPI" >&2; exit 1; }
	@touch $@

MATURIN = VIRTUAL_ENV=$(CURDIR)/$(PY) $(PY)/bin/maturin develop --quiet --locked --manifest-path bindings-python/Cargo.toml
python-build: $(PY)/fetched
	$(MATURIN)

test-python: python-build
	cd bindings-python && ../$(PY)/bin/python -m pytest
	cd bindings-python && ../$(PY)/bin/python -m mypy
	cd bindings-python && ../$(PY)/bin/python -m mypy.stubtest muntwerk._native
	@rm -rf target/python/wheels
	$(PY)/bin/maturin build --quiet --locked --profile dev --interpreter $(PY)/bin/python \
		--manifest-path bindings-python/Cargo.toml --out target/python/wheels
	sh bindings-python/tests/clean_venv.sh $(PYTHON) target/python/wheels/*.whl target/python/clean

python-types:
	cargo run --quiet --package muntwerk-python-types --locked

# The mobile library, as the tests of the core have built the core (beside them, so that the features are the same), and
# what is written for it. Maven is Debian's; what it needs comes from Maven Central.
MOBILE_LIBRARY := target/testrelease/libmuntwerk_mobile.$(if $(filter Darwin,$(shell uname -s)),dylib,so)
# The compiler of Kotlin runs once: to compile what it does often costs it more than that brings.
MVN = MAVEN_OPTS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC" mvn --batch-mode --quiet -Dmaven.repo.local=$(CURDIR)/$(TOOLS)/m2 --file bindings-mobile/kotlin/pom.xml

mobile-types:
	cargo run --quiet --package muntwerk-mobile-types --locked

mobile-library:
	cargo build --quiet --package muntwerk-mobile --package muntwerk-tests --features muntwerk/schema --locked \
		--profile testrelease --lib
	cargo build --quiet --package muntwerk-uniffi-bindgen --locked

kotlin-sources: mobile-library
	target/debug/muntwerk-uniffi-bindgen generate --language kotlin --no-format \
		--config bindings-mobile/uniffi-bindgen/roots.toml --out-dir target/kotlin/generated $(MOBILE_LIBRARY)

# What the walk-through of Rust prints, for the others to be compared with.
target/kotlin/first_steps.txt: examples/rust/first_steps.rs
	@mkdir -p $(@D)
	cargo build --quiet $(WHOLE) --profile test --example first_steps
	target/debug/examples/first_steps > $@

test-kotlin: kotlin-sources target/kotlin/first_steps.txt
	@command -v mvn >/dev/null || { echo "kotlin: no mvn here (Debian: apt-get install maven)" >&2; exit 1; }
	$(MVN) verify

# Swift 6 is the system's, or Debian's in a root of its own, which takes root to make. make test passes over it where
# neither can be; SWIFT=needed does not.
test-swift: mobile-library target/kotlin/first_steps.txt
	PYTHON=$(PYTHON) bindings-mobile/swift/test.sh $(MOBILE_LIBRARY) target/kotlin/first_steps.txt

# Validators and accounting programs that others wrote. hledger comes from the system, or from Debian without
# being installed; what cannot be fetched is said, and the step fails.
VENV := $(TOOLS)/oracles
$(VENV)/fetched: tests/oracles/requirements.txt | python
	@$(PYTHON) -m venv --clear $(VENV) || \
		{ echo "oracles: $(PYTHON) cannot make a virtual environment (Debian: apt-get install python3-venv)" >&2; exit 1; }
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check --requirement $< || \
		{ echo "oracles: could not fetch what stands in $< from PyPI" >&2; exit 1; }
	@touch $@

$(TOOLS)/bin/hledger:
	sh tests/oracles/fetch_hledger.sh $(TOOLS)

# Others recompute what the demo comes to, from its CSV and from the bytes of its journals alone.
oracles: python $(VENV)/fetched $(TOOLS)/bin/hledger
	cargo test $(WHOLE) --test random_designs --quiet the_designs_are_written_for_others
	$(VENV)/bin/python tests/oracles/design_schema.py target/composed-designs/*.toml
	$(PYTHON) examples/data/generate.py --check
	@mkdir -p target/demo
	cargo build $(WHOLE) --profile testrelease --bin muntwerk
	@echo "COMMAND=target/testrelease/muntwerk sh examples/demo.sh > target/demo/printed.txt"
	@COMMAND=target/testrelease/muntwerk sh examples/demo.sh > target/demo/printed.txt || \
		{ tail -n 40 target/demo/printed.txt; exit 1; }
	$(PYTHON) tests/oracles/demo_totals.py --demo target/demo
	$(VENV)/bin/python tests/oracles/plain_text.py --hledger $(TOOLS)/bin/hledger target/demo
	cargo test $(WHOLE) --test settlement --quiet the_pay_list_is_written_for_others
	$(VENV)/bin/python tests/oracles/pain_001.py target/pay-lists/*.xml target/demo/pay-lists/*.xml
	cargo test $(WHOLE) --test fuzz_seeds --quiet the_stories_are_written_for_others
	$(PYTHON) tests/oracles/verify_chain.py target/demo/*.journal target/stories/*.journal
	$(PYTHON) tests/oracles/verify_chain.py --self-test target/demo/*.journal target/stories/*.journal

$(TOOLS)/bin/cargo-deny:
	CARGO_PROFILE_DEV_DEBUG=0 cargo install --quiet --locked --debug --root $(TOOLS) cargo-deny@0.20.2

# Two workspaces, one list: an allowance that only the other one uses is no mistake.
DENY = $(TOOLS)/bin/cargo-deny --config deny.toml --locked
DENY_CHECK = check --hide-inclusion-graph -A unused-wrapper -A license-exception-not-encountered bans licenses sources
deny: $(TOOLS)/bin/cargo-deny
	$(DENY) $(DENY_CHECK)
	$(DENY) --manifest-path fuzz/Cargo.toml $(DENY_CHECK)

fuzz:
	fuzz/run.sh $(FUZZ_SECONDS)

bench: export SWIFT ?= optional
bench: bench-python bench-kotlin bench-swift
	cargo bench --package muntwerk --locked
	cargo bench --package muntwerk-store --locked

bench-python: $(PY)/fetched
	$(MATURIN) --release
	$(PY)/bin/python bindings-python/benches/bench.py

# With clocks inside the library, built as an app carries it.
bench-kotlin: kotlin-sources
	@mkdir -p target/bench
	library=$$(bindings-mobile/build-small.sh "" --features bench) && MUNTWERK_BENCH_FILES=$(CURDIR)/target/bench \
		$(MVN) -Dmuntwerk.library=$$(dirname "$$library") test-compile exec:exec

bench-swift: mobile-library
	bindings-mobile/swift/generate.sh $(MOBILE_LIBRARY)
	library=$$(bindings-mobile/build-small.sh "" --features bench) && \
		bindings-mobile/swift/bench.sh "$$library" target/bench/mobile.json

# As apps carry it: for this machine and, linked against nothing where there is no NDK, for Android.
mobile-size:
	bindings-mobile/size.sh

vectors:
	cargo test --package muntwerk-tests --test vectors --locked

feed-vectors:
	cargo test --package muntwerk-tests --test feed_vectors --locked -- --ignored write_feed_vectors

faults: python
	$(PYTHON) tests/faults/run.py

faults-check: python
	$(PYTHON) tests/faults/run.py --check

seeds:
	cargo test --package muntwerk-tests --test fuzz_seeds --locked -- --ignored write_seeds

schema:
	cargo test --package muntwerk --features schema --lib --locked -- --ignored write_the_description

MSRV = $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
msrv:
	rustup toolchain install $(MSRV) --profile minimal --no-self-update
	CARGO_TARGET_DIR=target/msrv cargo +$(MSRV) check --workspace --locked

clean-tools:
	rm -rf $(TOOLS) fuzz/target target/faults target/msrv target/wasm-probe
