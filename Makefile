# One configuration everywhere: release, so that running, testing and checking share every object.
FLAGS := -c release --explicit-target-dependency-import-check error

PORT ?= 8080
DATA ?= .zone
SAMPLES ?= $(IPZONE_SAMPLES)
with_samples = $(if $(SAMPLES),IPZONE_SAMPLES='$(abspath $(SAMPLES))')

.DEFAULT_GOAL := help
.PHONY: help run test check bench fmt setup setup-test build build-tests format lint browser screenshots

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup build ## a zone with data at http://localhost:8080 (SAMPLES=DIR imports DIR too; PORT=, DATA=.zone)
	@PORT='$(PORT)' DATA='$(DATA)' $(with_samples) script/run

test: setup-test build-tests ## all tests, on SQLite and on a PostgreSQL of their own
	$(with_samples) swift test -c release --skip-build --parallel

check: ## everything that must hold: format, lint, build, tests, pages in a browser
	@script/stages \
	  'setup=$(MAKE) -s setup-test' \
	  'format:setup=$(MAKE) -s format' \
	  'lint:setup=$(MAKE) -s lint' \
	  'build:setup=$(MAKE) -s build build-tests' \
	  'test:build=$(MAKE) -s test' \
	  'browser:build=script/browser-check'

bench: setup build ## speed of importing, pages and figures (SAMPLES=DIR with real files), see docs/performance.md
	@$(with_samples) script/bench

fmt: ## formats the Swift files in place
	swift format --in-place --parallel --recursive Sources Tests Package.swift

screenshots: setup-test build ## pictures of the main pages, into docs/screenshots
	@script/screenshots

setup:
	@script/setup

setup-test:
	@script/setup --test

build:
	swift build $(FLAGS) --product ipzone

# The product of all tests: `--build-tests` would also build the command plugins of the dependencies.
build-tests:
	swift build $(FLAGS) --product ipzonePackageTests

format:
	swift format lint --strict --parallel --recursive Sources Tests Package.swift

lint:
	script/lint

browser: setup-test build
	script/browser-check
