# Yiding 议定. `make run` and `make test` set everything up first; `make` lists the targets.
SHELL := /bin/sh
SAMPLE := samples/minutes/linhu-2025-7.txt
BIN := .venv/bin
# where tests/choice.py takes a few of very many alike
EVERY_PAGE := tests/pages tests/web/test_law.py tests/web/test_ledgers_rules.py \
	tests/followup/test_state_table_shells.py
# what one worker compiles the next one reads, whatever the shell at hand thinks of it
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help setup services run read test tests postgres pages lint style types layers check format bench load mutate fuzz docs pins build clean

help: ## 列出各项命令 list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

setup: ## 建立 .venv make .venv with the yiding command
	@scripts/setup
	@$(BIN)/python scripts/messages compile

run: setup ## 装好演示城市临湖，打开网页 load the demo city and serve it
	@$(BIN)/yiding demo --serve

read: setup ## 读一份样例纪要 read a sample of minutes
	@$(BIN)/yiding read $(SAMPLE)

test: lint check ## 全部检查与测试 every check and test

lint: setup ## 格式、类型、分层 style, types, layers
	@$(MAKE) --no-print-directory --jobs 2 --output-sync types style layers

style:
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types:
	$(BIN)/mypy

layers:
	$(BIN)/lint-imports --no-logo

check: postgres tests ## 只跑测试，两种数据库 the tests alone, on both databases

tests: setup services ## 全部测试，SQLite every test, on SQLite
	$(BIN)/pytest -n auto --dist worksteal

postgres: setup services ## 凡动数据的测试，PostgreSQL the tests that touch data, on PostgreSQL
	$(BIN)/python tests/postgres.py $(BIN)/pytest -n auto --dist worksteal -m "data and not browser and not either"

pages: setup services ## 每一页都看，不只看要紧的 look at every page, not at key pages and two of each sort
	YIDING_EVERY_PAGE=true $(BIN)/pytest -n auto --dist worksteal $(EVERY_PAGE)

services: ## 测试要用的系统软件 what the tests use of the system: PostgreSQL, Chromium, fonts
	@scripts/services

format: setup ## 整理格式 let ruff rewrite what it can
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup ## 与同类工具比速度 measured beside what users would pick instead
	@scripts/setup bench
	.venv-bench/bin/python -m bench
	$(BIN)/python -m bench.ledgers

load: setup ## 一百万件事项下的速度，一千次操作中途杀掉 the pages that count, over a million matters; killed amid a thousand acts
	YIDING_KILLED_ACTS=1000 $(BIN)/pytest tests/followup/test_killed.py
	$(BIN)/python -m bench.board

mutate: setup ## 规则和限值各改错一处，看有没有例子发现 rules and thresholds one unit off, each to be seen
	cd tests && ../$(BIN)/python -m mutation

fuzz: setup ## 报文解析长时间乱码试验 garbled frames of both protocols, for long
	YIDING_FUZZ_ROUNDS=2000 $(BIN)/pytest -n auto tests/ledgers/fleet/jt808 tests/ledgers/lake/hj212

docs: setup ## 由代码写出参考页 write the reference pages that come from code and data
	$(BIN)/python -m yiding.followup.rulepack_page > docs/reference/rulepacks.md
	$(BIN)/python -m yiding.ledgers.reference docs/ledgers
	$(BIN)/python -m django acts_page --settings yiding.settings > docs/reference/acts.md
	$(BIN)/python -m django api_page --settings yiding.settings > docs/reference/api.md

pins: ## 重新生成依赖清单 write requirements/*.txt anew (needs uv)
	scripts/pins

build: setup ## 打包 build the wheel and the source archive
	$(BIN)/hatchling build

clean: ## 删除环境与缓存 remove the environments and caches
	rm -rf .venv .venv-bench dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
