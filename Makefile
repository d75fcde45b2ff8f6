# Two commands are enough: `make run` and `make test`. Each sets up what is missing first.

MAKEFLAGS += --no-print-directory
export PATH := $(CURDIR)/.tools/node/bin:$(PATH)
export RASA_TELEMETRY_ENABLED := false

.PHONY: help run test setup train bench lint clean

help: ## viser denne listen
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' Makefile

run: setup ## setter opp det som mangler, og starter Tryggsamtale
	@exec .venv/bin/tryggsamtale run

test: ## setter opp det som mangler, også for testene, og kjører alle tester
	@bin/setup-tests
	@.venv/bin/tryggsamtale train
	@npm --prefix widget run check
	@npm --prefix widget test
	@exec .venv/bin/pytest

setup: ## bare oppsettet: Python-pakker og samtalevindu
	@bin/setup

train: setup ## trener modellen hvis treningsdata er endret
	@exec .venv/bin/tryggsamtale train

bench: setup train ## måler hvor raskt botten svarer
	@exec .venv/bin/python -m benchmarks.turn

lint: setup ## ser etter feil og brudd på husets lover i koden
	@.venv/bin/ruff check .
	@.venv/bin/lint-imports

clean: ## fjerner alt som lages på nytt; databasen i var/ blir
	rm -rf .venv .tools .cache .rasa models widget/node_modules widget/dist
