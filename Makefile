# The commands of this project. `make help` lists them.

PYTHON ?= python3
# .venv for python3, .venv-3.13 for python3.13: versions never mix.
VENV := .venv$(patsubst python%,-%,$(filter-out python3,$(notdir $(PYTHON))))
export PYTHON VENV
# Compiled modules stay: without them the tests take a sixth longer to start and run.
unexport PYTHONDONTWRITEBYTECODE

prepare := @sh tools/python $(PYTHON) -m tools.environment
python := $(VENV)/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test firefox check fresh messages screenshots lighthouse fonts lock

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile
	@echo "  PYTHON=python3.13 chooses the Python, PORT=8001 the port of make run."

run: ## Serve the site with sample content on this machine (set up on first use)
	$(prepare) run
	@$(python) -m tools.demo

test: ## Run every test: on SQLite, on PostgreSQL, in a browser
	$(prepare) test
	@$(python) -m tools.suite

firefox: ## Run the tests of the writing surface in Firefox ESR
	$(prepare) test
	@$(python) -m tools.firefox

check: ## Check style, types, migrations and the quick tests, on SQLite
	$(prepare) test
	@$(python) -m tools.check

fresh: ## Try `make test` and `make run` in a new clone with nothing installed
	@sh tools/python $(PYTHON) -m tools.fresh

messages: ## Bring the translation catalogues up to date with the code
	$(prepare) run
	@$(python) -m tools.messages update

screenshots: ## Draw every kind of page, to be looked at, into var/screenshots
	$(prepare) test
	@$(python) -m tools.screenshots

lighthouse: ## Rate the pages that most readers open with Lighthouse, as a phone gets them
	$(prepare) test
	@$(python) -m tools.lighthouse

fonts: ## Cut the web fonts of static/fonts anew from their sources
	$(prepare) fonts
	@$(python) -m tools.fonts

lock: ## Pin requirements/*.in again, with hashes (UPGRADE=--upgrade for newer ones)
	$(prepare) test
	@$(python) -m tools.lock $(UPGRADE)
