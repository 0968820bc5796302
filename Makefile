# Two commands do all the set-up: `make demo` and `make test`. `make help` lists the rest.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
WORK := .work
DEMO_DB := $(WORK)/demo.db
DEMO_DAY := 2026-06-15

.DEFAULT_GOAL := help
.PHONY: help demo test lint evaluate bench compile train docs wheel clean

help:  ## this list
	@awk -F':.*## ' '/^[a-z]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Entregent needs Python 3.11 or later: install it (Debian, Ubuntu: apt install python3 python3-venv) or run 'make PYTHON=/path/to/python3'."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Could not make a virtual environment: on Debian and Ubuntu, apt install python3-venv."; rm -rf $(VENV); exit 1; }

$(VENV)/base: pyproject.toml $(VENV)/bin/python
	@echo "Installing Entregent into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/dev: pyproject.toml $(VENV)/base
	@echo "Installing the development tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(VENV)/base  ## a ledger from the demo archive, and one English and one French draft checked against it
	@mkdir -p $(WORK) && rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	@$(BIN)/python tools/demo.py --db $(DEMO_DB) --as-of $(DEMO_DAY)

test: $(VENV)/dev  ## every test, with branch coverage
	@rm -f .coverage .coverage.*
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered -rs

lint: $(VENV)/dev  ## ruff, mypy --strict, import-linter, generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/rule_pages.py --check
	$(BIN)/python tools/compile_lexicon.py --check

evaluate: $(VENV)/dev  ## quality: tables per rule, language and author; acts; own text
	$(BIN)/python tools/evaluate.py

bench: $(VENV)/dev  ## speed, as ratios against peers in the same run
	$(BIN)/python tools/bench.py

compile: $(VENV)/dev  ## the lexicons into memory-mapped tables
	$(BIN)/python tools/compile_lexicon.py

train: $(VENV)/dev  ## the act reader's weights from corpus/, and its model card
	$(BIN)/python tools/train_acts.py

docs: $(VENV)/dev  ## the rules' pages from their docstrings
	$(BIN)/python tools/rule_pages.py

wheel: $(VENV)/dev  ## dist/entregent-*.whl, for `pipx install`
	@rm -rf dist
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .
	@echo "Install it elsewhere with: pipx install $$(ls dist/*.whl)"

clean:  ## everything that was made
	rm -rf $(VENV) $(WORK) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage .coverage.*
