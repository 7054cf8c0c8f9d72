# Two commands matter: `make demo` and `make test`. Both set up what they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Keep what Python compiles, also where the machine says not to: hundreds of processes import the library.
export PYTHONDONTWRITEBYTECODE =
STAMP := $(VENV)/.installed
# JupyterLab refuses to run as root, which is what one is in most containers, until it is told to.
ALLOW_ROOT := $(if $(filter 0,$(shell id -u)),--allow-root)
LAB := PATH="$(CURDIR)/$(BIN):$$PATH" JUPYTER_CONFIG_PATH=$(CURDIR)/config

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	touch $@

# In groups that share what is slow to set up, mostly a file (tests/conftest.py); in their order, the slow ones first.
# Three at a time also on two cores: while one waits for a browser or for a limit, the others work.
.PHONY: test
test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest -n 3 --dist loadgroup --no-loadscope-reorder

# The whole loop on real input, in the folder demo/: lessons, release, a made-up class, grades, report.
.PHONY: demo
demo: $(STAMP)
	$(BIN)/ecotools demo --out demo

# The reading site, in the folder site/: lessons executed without a network, pages from docs/, search. No server is needed.
.PHONY: site
site: $(STAMP)
	$(BIN)/python -m docs.site

# The pictures in docs/images that show the product, from a Chromium; one of them is of the site.
.PHONY: screenshots
screenshots: site
	$(BIN)/python -m tests.browser.screenshots

# What a student sees; progress and the learner's blueprint are kept in this folder.
.PHONY: lab
lab: $(STAMP)
	$(LAB)/student $(BIN)/jupyter-lab $(ALLOW_ROOT) --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/course/00-start-here.ipynb

# The same with the formgrader, for whoever grades.
.PHONY: instructor
instructor: $(STAMP)
	install -d -m 777 .exchange
	$(LAB)/instructor $(BIN)/jupyter-lab $(ALLOW_ROOT) --ServerApp.root_dir=.

.PHONY: format
format: $(STAMP)
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format --quiet .
	$(BIN)/ecotools format

.PHONY: release
release: $(STAMP)
	$(BIN)/ecotools release
