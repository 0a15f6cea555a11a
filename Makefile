# Each of these does all its set-up on a fresh machine: make demo, make test, make check.

VENV := .venv
PYTHON ?= python3
RUN := $(VENV)/bin/python -m
# Errors are shown, warnings about other people's machines are not.
INSTALL := $(VENV)/bin/pip install -qq --disable-pip-version-check
READY := $(VENV)/.ready
DEV := $(VENV)/.dev

.PHONY: demo test servers serve check format docs examples renew bench clean

demo: $(READY)  ## Scan an invented phone and say where the report is
	@$(VENV)/bin/belisha scan examples/phone --report build/demo-report

test: $(DEV) servers  ## Run all tests
	$(RUN) pytest -n 2

servers:  ## Install the real servers that tests talk to, where this machine allows it
	@.ci/servers

serve: $(READY)  ## Start the live service on this machine
	@$(INSTALL) --editable ".[serve]"
	@$(VENV)/bin/belisha serve

check: $(DEV) servers  ## Everything that must hold before a change is handed in
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(VENV)/bin/lint-imports
	$(RUN) codespell_lib
	$(RUN) pytest -n 2

format: $(DEV)  ## Put the code into its usual form
	$(RUN) ruff format .
	$(RUN) ruff check --fix .

docs: $(DEV)  ## Write the pages that the program writes about itself
	$(VENV)/bin/belisha reference docs

examples: $(DEV)  ## Build the invented phone anew from its sources
	$(RUN) examples.build_phone

renew: $(DEV)  ## Write golden files anew; read the difference before you commit it
	$(RUN) pytest -q --renew tests/chats tests/response

bench: $(DEV)  ## Measure
	$(RUN) pytest bench --benchmark-only

clean:  ## Remove what these commands made
	rm -rf $(VENV) build

$(READY): pyproject.toml
	@echo "Setting up in $(VENV), once."
	@test -x $(VENV)/bin/pip || $(PYTHON) -m venv $(VENV) || { \
	    rm -rf $(VENV); \
	    apt-get install -y python3-venv >/dev/null 2>&1 && $(PYTHON) -m venv $(VENV); } || { \
	    echo "Python's venv module is missing: install it (Debian: apt install python3-venv) and run make again." >&2; exit 1; }
	@$(INSTALL) --upgrade "pip>=25.1"
	@$(INSTALL) --editable .
	@touch $@

$(DEV): $(READY)
	@echo "Setting up what tests need, once."
	@$(INSTALL) --editable ".[kafka,serve,study]" --group dev
	@touch $@
