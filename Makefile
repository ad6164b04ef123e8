# The newsroom's commands. `make` alone lists them.
.POSIX:
.NOTPARALLEL:
.PHONY: help run test bench profile lighthouse pictures environment gate format suite tools lock

PYTHON = .venv/bin/python
GATE = gate
COMPILE = $(PYTHON) -m uv pip compile --quiet --universal --python-version 3.12 --generate-hashes \
	--no-header --no-emit-index-url --no-emit-find-links

help:
	@sed -n 's/^\([a-z]*\):.*## /make \1	/p' Makefile

run: ## serve the paper at http://127.0.0.1:8000; PORT= for another port
	@sh deploy/start/python.sh deploy/start/run.py

test: environment $(GATE) suite ## run the gate and the whole test suite

bench: environment ## measure the paper beside its aims; SIZE=large or a number of stories; ARGS=--write for README.md
	@$(PYTHON) -m bench $(ARGS)

profile: environment ## show where the time of a cold article goes; SIZE= for another archive
	@$(PYTHON) -m bench.profile

lighthouse: environment tools ## ask Lighthouse about the paper that make run has built
	@$(PYTHON) bench/lighthouse.py

pictures: environment ## draw the screens of the handbooks anew
	@$(PYTHON) docs/pictures.py

environment:
	@sh deploy/start/python.sh deploy/start/environment.py base test

gate: environment ## run only the checks that need no tests: format, lint, templates, types, migrations, deployment
	@sh .ci/gate

format: environment ## write code and templates as the gate wants them
	@.venv/bin/ruff format --quiet .
	@find templates newsroom articles comments -name '*.html' -exec .venv/bin/djade --target-version 6.1 {} + || true

suite: environment tools ## run only the tests; ARGS= goes to pytest
	@$(PYTHON) -m pytest -n 2 $(ARGS)

tools:
	@sh .ci/tools

lock: environment ## write requirements/*.txt anew from requirements/*.in; ARGS=--upgrade for newer versions
	@$(COMPILE) $(ARGS) requirements/base.in --output-file requirements/base.txt
	@$(COMPILE) $(ARGS) requirements/test.in --output-file requirements/test.txt
