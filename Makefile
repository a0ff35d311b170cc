# make demo: try it. make test: what CI runs. make formats, relevance and bench: figures. Everything is installed into .venv.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint docs texts formats relevance bench clean

demo: .venv/installed
	$(BIN)/medsearch index sample_data || test $$? -eq 3  # 3: all but the scan is read
	$(BIN)/medsearch query "videoovervågning"

test: .venv/installed-for-tests lint
	$(BIN)/python -m pytest -n auto

lint: .venv/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What is made from the code: the reference, the manual page, the pictures. Tests say when they are stale.
docs: .venv/installed-for-tests
	$(BIN)/python -m tools.reference
	$(BIN)/python -m tools.manpage
	$(BIN)/python -m tools.pictures

# Gathers all texts that users see; what lacks Danish is left empty in medsearch/texts/da/LC_MESSAGES/medsearch.po.
texts: .venv/installed-for-tests
	$(BIN)/python -m tools.texts

# The share of fields read right, by layout family.
formats: .venv/installed
	$(BIN)/python -m tests.formats

# How well queries are answered, beside other engines, and how well stems and compounds are told.
relevance: .venv/installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group relevance
	$(BIN)/python -m tests.relevance

bench: .venv/installed-for-tests
	$(BIN)/python -m benchmarks
	$(BIN)/python -m benchmarks.language
	$(BIN)/python -m benchmarks.documents
	$(BIN)/python -m benchmarks.archive
	$(BIN)/python -m benchmarks.browser

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

# pip 25.1 and later know dependency groups; constraints.txt holds the versions that are known to work together.
.venv/bin/python:
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

.venv/installed: .venv/bin/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	touch $@

.venv/installed-for-tests: .venv/installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group test --group lint
	touch $@
