"""The code on the pages and in the examples is run, and prints what the pages say."""

from __future__ import annotations

import contextlib
import io
import json
import re
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT

HERE = ROOT / "bindings-python"
PAGES = [HERE / "README.md", *sorted((HERE / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_page(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"DAYBOOK": ROOT / "examples/data/rabot-2025/daybook.csv"}
    printed: str | None = None
    blocks = BLOCK.findall(page.read_text(encoding="utf-8"))
    for language, text in blocks:
        if language == "python":
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                exec(compile(text, page.name, "exec"), names)
            printed = out.getvalue()
        elif language == "text":
            assert printed is not None and without_heads(printed) == text
    assert any(language == "python" for language, _ in blocks)


def without_heads(text: str) -> str:
    """A head depends on every byte of the design; a page says that one stands there."""
    return re.sub(r"'[0-9a-f]{64}'", "'HEAD'", text)


def test_the_pages_are_all_named_in_the_readme() -> None:
    readme = PAGES[0].read_text(encoding="utf-8")
    for page in PAGES[1:]:
        assert f"docs/{page.name}" in readme


# The server does not come to an end; test_devserver.py walks through it.
EXAMPLES = [path for path in sorted((ROOT / "examples/python").glob("*.py")) if path.name != "devserver.py"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_example(example: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", [str(example)])
    runpy.run_path(str(example), run_name="__main__")
    printed = capsys.readouterr().out
    assert "booked as number" in printed and "every line of the journal holds" in printed


@pytest.mark.parametrize("notebook", sorted((ROOT / "examples/python").glob("*.ipynb")), ids=lambda path: path.name)
def test_notebook(notebook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, Any] = {}
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    for at, cell in enumerate(cells):
        if cell["cell_type"] == "code":
            assert cell["outputs"] == [], "a notebook is committed without what it printed"
            exec(compile(cell["source"], f"{notebook.name}, cell {at}", "exec"), names)
    assert "m-0001" in capsys.readouterr().out
