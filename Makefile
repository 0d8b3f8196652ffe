# Everything a new machine needs is made here: Python 3.11 or newer with venv is all that must be there.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test check evaluate clean

demo: $(VENV)/installed
	$(BIN)/sayso report examples/pages -o dossier.html --json build/examples.json
	@echo "Open dossier.html in a browser."

test: $(VENV)/installed-dev
	$(BIN)/pytest

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: $(VENV)/installed-dev
	$(BIN)/python benchmarks/attribution.py
	$(BIN)/python benchmarks/stories.py
	$(BIN)/python benchmarks/cluster.py
	$(BIN)/python benchmarks/origins.py
	$(BIN)/python benchmarks/comparing.py
	$(BIN)/python benchmarks/changed_claims.py
	$(BIN)/python benchmarks/agencies.py
	$(BIN)/python benchmarks/growth.py

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --upgrade pip # 23.2 fails on lxml's extra asked for twice
	$(BIN)/pip install --quiet --disable-pip-version-check -e .
	mkdir -p build
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) build dist dossier.html
