# make demo   the samples as a chronology, on the screen and as Word, Excel and HTML
# make test   linters, types, import rules and all tests
# make eval   how good extraction is, held against the floors of .ci/floors.toml
# make bench  how fast it is, beside other tools
# make bench-ask  how long a question takes among a million events
# make crash  a run is killed, or its disk full, 300 times; nothing that was finished may be lost
# make fuzz   throws 100,000 inputs at every reader and finder (SEED=7 repeats a run)
# make licences  docs/licences.md and the bill of materials anew
# make audit  asks the public list of vulnerabilities about the pinned packages (needs a network)
# make docs   brings the outputs shown in the documentation up to date
#
# Needs Python 3.11 or newer (PYTHON=python3.12 picks another one). Packages come from PyPI, pinned in *.lock;
# once they are there, nothing needs a network.

PYTHON ?= python3
BIN := .venv/bin
KEII := KEII_DB=out/demo.db $(BIN)/keii
RUNTIME := .venv/.runtime-stamp
DEV := .venv/.dev-stamp
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test check fix fuzz licences audit eval bench bench-ask bench-scale crash docs clean

help:
	@sed -n 's/^# \(make .*\)/  \1/p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Keii needs Python 3.11 or newer; try: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv .venv

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) -r requirements.lock
	$(PIP) --no-deps --editable .
	@touch $@

$(DEV): requirements-dev.lock $(RUNTIME)
	$(PIP) -r requirements-dev.lock
	@touch $@

demo: $(RUNTIME)
	@mkdir -p out && rm -f out/demo.db
	@echo '$$ keii add samples' && $(KEII) add samples
	@echo && echo '$$ keii chronology --from 2002 --to 2002' && $(KEII) chronology --from 2002 --to 2002
	@echo && echo '$$ keii chronology --from 2016 --to 2018 --min-sources 2' \
	  && $(KEII) chronology --from 2016 --to 2018 --min-sources 2
	@echo && echo '$$ keii chronology --conflicts' && $(KEII) chronology --conflicts
	@echo && echo '$$ keii verify samples/ai-kaitou.md' && $(KEII) verify samples/ai-kaitou.md
	@$(KEII) verify samples/ai-kaitou.md -o out/照合.docx && $(KEII) verify samples/ai-kaitou.md -o out/照合.html
	@for form in docx xlsx html; do $(KEII) chronology --title 朝鮮半島をめぐる外交の年表 -o out/年表.$$form; done
	@echo && echo '年表を書き出しました:' \
	  && echo '  out/年表.docx  Word（引用は脚注、末尾に資料の一覧と食い違い）' \
	  && echo '  out/年表.xlsx  Excel（絞り込みのできる表）' \
	  && echo '  out/年表.html  ブラウザーで開く一枚の頁' \
	  && echo '  out/照合.docx  Word（AI の回答 samples/ai-kaitou.md を資料と照らしたもの）' \
	  && echo '  out/照合.html  同じものの一枚の頁' \
	  && echo '自分の資料で試すには: .venv/bin/keii add 資料のフォルダー（docs/tutorial.ja.md）'

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --verbose

# Two at once, whole files, so that what a file builds for its tests is built once.
test: check
	$(BIN)/python -m pytest --hypothesis-profile=ci --numprocesses $(or $(JOBS),2) --dist loadfile

fix: $(DEV)
	$(BIN)/ruff check --fix .

fuzz: $(DEV)
	@$(BIN)/python tests/fuzz/fuzz_run.py --seed $(or $(SEED),1) --inputs $(or $(INPUTS),100000)

licences: $(DEV)
	@$(BIN)/python tools/supply.py

audit: $(BIN)/python
	@$(PYTHON) -m venv .work/audit && .work/audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit
	@.work/audit/bin/pip-audit --requirement requirements.lock --no-deps --disable-pip --strict

eval: $(RUNTIME)
	@$(BIN)/python .ci/evaluate.py

bench: $(RUNTIME)
	@$(BIN)/python bench/run.py
	@$(BIN)/python bench/weaving.py
	@$(BIN)/python bench/asking.py
	@$(BIN)/python bench/analyses.py

bench-scale: $(DEV)
	@$(BIN)/python bench/growing.py
	@$(BIN)/python bench/spreading.py

bench-ask: $(RUNTIME)
	@$(BIN)/python bench/asking.py 1,000,000

crash: $(DEV)
	@PYTHONPATH=tests $(BIN)/python tests/crash/kill_loop.py 300

docs: $(DEV)
	@$(BIN)/python tests/docs/pages.py

clean:
	rm -rf out .work build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f $(RUNTIME) $(DEV)
