# Targets carry their one-line explanation after "##", English | Chinese; `make` alone prints them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

PORT ?= 8501
VENV ?= .venv
BIN := $(VENV)/bin
CODE := $(wildcard atlas app.py dashboard.py pages geo)

.PHONY: help run test lint format catalogue geo bench fault demonstration pins clean browser

help: ## print this list | 显示本说明
	@awk -F '## ' '/^[a-z]+:.*## / { split($$1, t, ":"); split($$2, d, " [|] "); \
	  printf "  make %-14s %s\n  %-19s %s\n", t[1], d[1], "", d[2] }' $(MAKEFILE_LIST)

run: $(VENV)/.run ## open the atlas on PORT (8501 if not given) | 启动图集，端口 PORT（默认 8501）
	@$(BIN)/streamlit run app.py --server.port $(PORT) --server.headless true \
	  --browser.serverAddress localhost

test: lint browser ## run every check and every test, real browser included | 运行全部检查和测试（含真实浏览器）
	@$(BIN)/python -m pytest -n 2 -m "not browser"
	@CHROMIUM="$$(tools/find-browser)" $(BIN)/python -m pytest -n 2 -m browser

lint: $(VENV)/.dev ## check style, types and the direction of imports | 检查代码风格、类型和模块依赖方向
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy $(CODE)
	@PYTHONPATH=. $(BIN)/lint-imports --no-logo

format: $(VENV)/.dev ## put code into the agreed form | 按约定格式化代码
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

catalogue: $(VENV)/.dev ## collect the texts and update both language catalogues | 收集界面文字，更新两种语言的词条
	@$(BIN)/python -m tools.catalogue

geo: $(VENV)/.dev ## build the boundary files again from their pinned sources | 由固定版本的来源重新生成边界文件
	@$(BIN)/python -m geo.build

bench: $(VENV)/.dev browser ## measure speed and size against the usual way | 与常规做法对比速度和传输量
	@CHROMIUM="$$(tools/find-browser)" $(BIN)/python -m benchmarks

fault: $(VENV)/.dev ## kill the atlas 300 times while it writes, and look what is left | 在写入过程中强制终止图集 300 次并检查数据
	@$(BIN)/python -m tests.faults

demonstration: $(VENV)/.run ## make the invented demonstration figures | 生成演示（虚构）数据
	@$(BIN)/python -m atlas demonstration

pins: $(VENV)/.dev ## write the installed versions to constraints.txt | 将已安装的版本写入 constraints.txt
	@{ head -n 1 constraints.txt; $(BIN)/python -m pip freeze; } > constraints.new && mv constraints.new constraints.txt

clean: ## remove the virtual environment and everything made by tools; data stays | 删除虚拟环境和工具产物，保留数据
	@rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

browser: $(VENV)/.dev
	@tools/find-browser --install > /dev/null

$(BIN)/python:
	@tools/make-environment $(VENV)

# Stamps: pip runs again only when a list of requirements has changed.
$(VENV)/.run: requirements.txt constraints.txt | $(BIN)/python
	@echo "Installing what the atlas needs; once only, some minutes. / 正在安装所需软件包，仅首次需要，约数分钟。"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.run
	@echo "Installing what tests and checks need. / 正在安装测试和检查所需软件包。"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-dev.txt
	@touch $@
