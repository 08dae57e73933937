# Everything runs from this checkout, in a virtual environment beside it: nothing else on the machine is changed.
# `make serve` starts the portal, `make test` runs the tests. Both prepare what they need, once.

PYTHON ?= python3
PORT ?= 8000
PIP = .venv/bin/python -m pip --disable-pip-version-check --no-input

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# An environment whose Python has gone is none: forget what was installed in it.
$(shell test -x .venv/bin/python || rm -f .venv/.runtime .venv/.dev)

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-20s%s\n", $$1, $$2 }' Makefile

.PHONY: serve
serve: .venv/.runtime ## start the portal on 127.0.0.1 (PORT=8000)
	@.venv/bin/python -m portal serve --port $(PORT)

# Two processes run the tests; who has run out takes over half of what the other one has left (docs/testing.md).
# What Python compiles is kept, whatever the machine's habit: the tests start the portal over and over.
WORKERS ?= 2
PYTEST = PYTHONDONTWRITEBYTECODE= .venv/bin/python -m pytest
PYTEST_TOGETHER = $(PYTEST) -m "not deploy" --ignore=tests/bench --numprocesses $(WORKERS) --dist worksteal
.PHONY: test
test: .venv/.dev ## run all tests, in five minutes on two cores (WORKERS=2)
	@$(PYTEST_TOGETHER) -m "not deploy and not html and not importing and not random and not long"

.PHONY: test-import
test-import: .venv/.dev ## run the tests of the importer, which read whole documents over and over
	@$(PYTEST_TOGETHER) -m "importing and not random and not long"

.PHONY: test-random
test-random: .venv/.dev ## run the tests that draw random examples or ask every judged question, which make test leaves out
	@CI=true $(PYTEST_TOGETHER) -m "random or long"

FAULTS = $(addprefix tests/portal/test_,api_document.py command_faults.py command_rollback.py current_live.py fuzz.py \
	hardening.py health.py kept_in_memory.py overload.py schemathesis.py server.py worker.py) \
	tests/portal/pages/test_privacy.py tests/index/build/test_builders.py \
	tests/index/test_generation.py tests/data/test_mutations.py tests/test_dependencies.py
.PHONY: test-faults
test-faults: .venv/.dev ## run the tests that break things: a part of all, in two minutes
	@$(PYTEST_TOGETHER) $(FAULTS)

# They need the other engines that are measured, which are slow to load.
.PHONY: test-bench
test-bench: .venv/.dev ## run the tests of the measurements (tests/bench)
	@$(PYTEST) tests/bench

# Debian: apt-get install nginx openssl curl iproute2.
.PHONY: test-deploy
test-deploy: .venv/.dev ## carry out docs/deploying.md as it stands, on a machine of its own (needs root and nginx)
	@$(PYTEST) -m deploy

# Debian: apt-get install default-jre-headless npm. The lock holds the checker's hash, and no script of it is run.
CHECKER = .venv/html/node_modules/.package-lock.json
.PHONY: test-html
test-html: .venv/.dev $(CHECKER) ## look for invalid HTML on every kind of page (needs Java and npm)
	@$(PYTEST) -m html tests/html

$(CHECKER): tests/html/package-lock.json tests/html/package.json tests/html/.npmrc .venv/.dev
	@echo 'Installerar HTML-granskaren (tests/html/package-lock.json) …'
	@mkdir -p .venv/html && cp tests/html/package.json tests/html/package-lock.json tests/html/.npmrc .venv/html
	@npm ci --prefix .venv/html --silent
	@touch $@

.PHONY: audit-pins
audit-pins: .venv/.dev ## ask osv.dev whether a pinned package has a known vulnerability
	@.venv/bin/python -m tests.audit_pins

.PHONY: faults
faults: .venv/.dev ## plant deliberate faults, one at a time: does a test notice each? (NAMES="…" for some)
	@.venv/bin/python -m tests.faults $(NAMES)

# Some 40 minutes. SOAK=short takes a few, and proves that it runs rather than that the portal holds.
SOAK ?= full
SOAK_FAULTS = $(if $(filter short,$(SOAK)),--kills 10,)
SOAK_REQUESTS = $(if $(filter short,$(SOAK)),--queries 500 --requests 1000,)
SOAK_CONTRACT = $(if $(filter short,$(SOAK)),--examples 50,)
SOAK_SLOW = $(if $(filter short,$(SOAK)),--seconds 5,)
SOAK_NEW = $(if $(filter short,$(SOAK)),--seconds 10 --twice 10,--seconds 60 --twice 60)
SOAK_LOAD = $(if $(filter short,$(SOAK)),--seconds 30 --search 3,)
.PHONY: soak
soak: .venv/.dev ## break, flood and load the portal, and print the figures (SOAK=short)
	@.venv/bin/python -m portal index
	timeout 40m .venv/bin/python -m tests.soak.descriptions
	timeout 30m .venv/bin/python -m tests.soak.faults $(SOAK_FAULTS)
	timeout 60m .venv/bin/python -m tests.soak.requests $(SOAK_REQUESTS)
	timeout 30m .venv/bin/python -m tests.soak.contract $(SOAK_CONTRACT)
	timeout 10m .venv/bin/python -m tests.soak.slow_clients $(SOAK_SLOW)
	timeout 30m .venv/bin/python -m tests.soak.load $(SOAK_LOAD)
	timeout 10m .venv/bin/python -m tests.soak.load --new --rate 150 $(SOAK_NEW)

# Half an hour. BENCH="--sizes 100 1500 --no-web" takes two minutes; BENCH=--write puts the figures in docs/benchmarks.md.
BENCH ?=
.PHONY: bench
bench: .venv/.dev ## measure the search beside other engines (BENCH="--sizes 100 1500")
	@.venv/bin/python -m portal index
	@.venv/bin/python -m tests.bench $(BENCH)

.PHONY: lint
lint: .venv/.dev ## lint, format, types, import rules
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

.PHONY: pictures
pictures: .venv/.dev ## take the pictures of README.md (needs Chromium)
	@.venv/bin/python -m tests.browser.pictures

.PHONY: check
check: .venv/.runtime ## check the data files
	@.venv/bin/python -m portal check

# make importera FIL=beskrivning.docx VAL='--id exempel-nn --torr'
FIL ?=
VAL ?=
.PHONY: importera
importera: .venv/.import ## make a description of a document (FIL=… VAL='--torr')
	@.venv/bin/python -m portal importera "$(FIL)" $(VAL)

.PHONY: translations
translations: .venv/.runtime ## collect texts into the catalogues (NEW="fi ar" begins languages)
	@.venv/bin/python -m portal.catalogues update $(NEW)

.PHONY: check-translations
check-translations: .venv/.runtime ## are the catalogues up to date, whole and without faults?
	@.venv/bin/python -m portal.catalogues check

# On the oldest Python that we support, since newer ones leave out what only that one needs.
# `make lock LOCK=--upgrade` takes newer releases within pyproject.toml's ranges; without it only what must move moves.
LOCK ?=
PIP_COMPILE = .venv/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-header --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options $(LOCK)
.PHONY: lock
lock: .venv/.dev ## pin the ranges of pyproject.toml in requirements*.txt
	@.venv/bin/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "make lock needs Python 3.11: make clean, then make lock PYTHON=python3.11")'
	$(PIP_COMPILE) -o requirements.txt pyproject.toml
	$(PIP_COMPILE) --extra import --constraint requirements.txt -o requirements-import.txt pyproject.toml
	$(PIP_COMPILE) --all-extras --constraint requirements-import.txt -o requirements-dev.txt pyproject.toml
	@for f in requirements.txt requirements-import.txt requirements-dev.txt; do { echo '# Made from pyproject.toml by "make lock": not to be edited.'; grep -v '^# Made from' $$f; } > $$f.new && mv $$f.new $$f; done

.PHONY: clean
clean: ## remove the virtual environment and all that was built
	rm -rf .venv var build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -prune -exec rm -rf {} +
	find . -name '*.mo' -exec rm -f {} +

# The environment knows the checkout by a relative path file, and .venv/bin/vagvisaren is a script of ours: an editable
# installation would need a build backend, and so the network, for the same effect.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo 'Vägvisaren behöver Python 3.11 eller senare, men "$(PYTHON)" är något annat. Ange en annan så här: make PYTHON=python3.12 …' >&2; \
		echo 'Vägvisaren needs Python 3.11 or later, but "$(PYTHON)" is not that. Name another one: make PYTHON=python3.12 …' >&2; \
		exit 1; }
	@echo 'Skapar .venv …'
	@$(PYTHON) -m venv --clear .venv || { rm -rf .venv; \
		echo 'Den virtuella miljön kunde inte skapas. Paketet python3-venv kan saknas. / The virtual environment could not be made: python3-venv may be missing.' >&2; exit 1; }
	@echo ../../../.. > "$$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/vagvisaren.pth"
	@printf '%s\n' '#!/bin/sh' 'exec "$$(dirname -- "$$(readlink -f -- "$$0")")/python" -P -m portal "$$@"' > .venv/bin/vagvisaren
	@chmod +x .venv/bin/vagvisaren

.venv/.runtime: requirements.txt .venv/bin/python
	@echo 'Installerar det som behövs för drift (requirements.txt) …'
	@$(PIP) install --quiet --require-hashes -r requirements.txt
	@touch $@

# What the importer reads PDF files and web pages with; the portal itself needs none of it.
.venv/.import: requirements-import.txt .venv/.runtime
	@echo 'Installerar det som behövs för att importera PDF och webbsidor (requirements-import.txt) …'
	@$(PIP) install --quiet --require-hashes -r requirements-import.txt
	@touch $@

# The development pins include the runtime ones and the importer's at the same versions.
.venv/.dev: requirements-dev.txt .venv/.import
	@echo 'Installerar det som behövs för test (requirements-dev.txt) …'
	@$(PIP) install --quiet --require-hashes -r requirements-dev.txt
	@touch $@
