# Plain names for the scripts in scripts/. Say `make help` for what they do.
#
#   NETWORK=folder   the content folder to use (default: content)
#   TODAY=date       the date the site is built for, such as 2026-12-01
#   PORT=number      where `make serve` listens (default: 8000)
#   ARGS="..."       handed on to the script as they are
#   PYTHON=program   the Python to start with (3.11 or newer)

PYTHON := $(or $(PYTHON),$(shell test -x .venv/bin/python && echo .venv/bin/python || echo python3))
PORT ?=
NETWORK ?= content
TODAY ?=
ARGS ?=
network := --content "$(NETWORK)"
today := $(if $(TODAY),--today "$(TODAY)")

.PHONY: help serve build compare check codeowners describe format health languages messages remind new test benchmark lighthouse screenshots requirements lock clean

help: ## This list
	@$(PYTHON) scripts/help.py

serve: ## Build the site and show it on this computer, again after every change
	@$(PYTHON) scripts/serve.py $(network) $(today) $(if $(PORT),--port "$(PORT)") $(ARGS)

build: ## Build the site into output/
	@$(PYTHON) scripts/build.py $(network) $(today) $(ARGS)

compare: ## Build the site twice and compare every byte
	@$(PYTHON) scripts/build_twice.py $(network) $(today) $(ARGS)

check: ## Check the records
	@$(PYTHON) scripts/check.py $(network) $(ARGS)

codeowners: ## Write who is asked about changes of each record
	@$(PYTHON) scripts/codeowners.py $(network) $(ARGS)

describe: ## Say what your change of the records does to what the public sees
	@$(PYTHON) scripts/describe_change.py $(network) $(ARGS)

format: ## Write the records in their usual layout
	@$(PYTHON) scripts/format.py $(network) $(ARGS)

health: ## Say what to look after: facts that are due, dates that run out
	@$(PYTHON) scripts/report_health.py $(network) $(today) $(ARGS)

remind: ## Write reminders for those who run hubs: issues, letters, a calendar
	@$(PYTHON) scripts/remind.py $(network) $(today) $(ARGS)

languages: ## Bring the translations of the site's words up to date, or begin a language
	@$(PYTHON) scripts/languages.py $(ARGS)

messages: ## Write docs/messages.md: everything that the check can say
	@$(PYTHON) scripts/messages.py $(ARGS)

new: ## Begin a hub, a service or a network: make new hub
	@$(PYTHON) scripts/new.py $(wordlist 2,2,$(MAKECMDGOALS)) $(network) $(ARGS)

ifeq (new,$(firstword $(MAKECMDGOALS)))
.PHONY: hub service network
hub service network: ; @:
endif

test: ## Check the code and run every test
	@$(PYTHON) scripts/test.py $(ARGS)

benchmark: ## Measure builds of small, large and very large networks
	@$(PYTHON) scripts/benchmark.py $(ARGS)

lighthouse: ## Ask Lighthouse about a page of each kind
	@$(PYTHON) scripts/lighthouse.py $(network) $(today) $(ARGS)

screenshots: ## Take pictures of a page of each kind, and show them in a gallery
	@$(PYTHON) scripts/screenshots.py $(network) $(today) $(ARGS)

requirements: ## Write docs/requirements.md from its list
	@$(PYTHON) scripts/requirements.py $(ARGS)

lock: ## Choose new versions of what is installed, and write the lock files
	@$(PYTHON) scripts/lock.py $(ARGS)

clean: ## Delete what was built and cached; set-up stays
	@$(PYTHON) scripts/clean.py $(ARGS)
