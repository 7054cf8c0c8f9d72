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

# By what they share that is slow to set up, mostly a file (tests/conftest.py); in their order, the slow ones first.
# Three at a time also on two cores: while one waits for a browser or for a limit, the others work.
TESTED := -n 3 --dist loadfile --no-loadscope-reorder
.PHONY: test
test: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python -m pytest $(TESTED)

# The lowest versions that pyproject.toml allows, and the newest, releases to come included, in environments of
# their own: all tests that need no browser, or those in TESTS. uv reads no configuration of pip, so an index that pip
# is told of is passed on.
INDEX = $(or $(UV_DEFAULT_INDEX),$(PIP_INDEX_URL),$(shell $(BIN)/python -m pip config get global.index-url 2>/dev/null))
UV = $(if $(INDEX),UV_DEFAULT_INDEX=$(INDEX) )$(BIN)/uv
WITHOUT_BROWSER = $(TESTED) -m "not browser" $(TESTS)

# What old libraries say of newer ones is no error; .ci/lowest.txt keeps those that would draw others up.
.PHONY: lowest
lowest: $(STAMP)
	$(UV) venv --quiet --clear --python $(BIN)/python .venv-lowest
	$(UV) pip install --quiet --python .venv-lowest --resolution lowest-direct --constraint .ci/lowest.txt --editable '.[test]'
	.venv-lowest/bin/python -m pytest -W default::DeprecationWarning $(WITHOUT_BROWSER)

# One file or two for each library, in a few minutes.
.PHONY: lowest-short
lowest-short:
	$(MAKE) lowest TESTS="$$(grep '^tests' .ci/lowest-short.txt | tr '\n' ' ')"

.PHONY: newest
newest: $(STAMP)
	$(UV) venv --quiet --clear --python $(BIN)/python .venv-newest
	$(UV) pip install --quiet --python .venv-newest --prerelease allow --upgrade --editable '.[test]'
	.venv-newest/bin/python -m pytest $(WITHOUT_BROWSER)

# The package as it is published, each way to install it in an environment of its own, with the network cut off.
.PHONY: fresh
fresh: $(STAMP)
	$(if $(INDEX),UV_DEFAULT_INDEX=$(INDEX) )ECOTOOLS_FRESH=1 $(BIN)/python -m pytest tests/fresh

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
