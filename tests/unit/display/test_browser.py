"""Documents in a real browser: axe finds nothing, and nothing is wider than a phone.

Runs where Chromium is installed and the variable AXE_CORE names the file ``axe.min.js``.
"""

import datetime as dt
import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from integrationsplan import IntegrationPlan
from integrationsplan.display import languages, render_plan

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
AXE = Path(os.environ.get("AXE_CORE", "/nowhere"))

pytestmark = pytest.mark.skipif(
    CHROMIUM is None or not AXE.is_file(), reason="Chromium or axe is not installed"
)

ASK = """
<script>
axe.run().then(found => {
  const answer = {
    violations: found.violations.map(v => [v.id, v.nodes.map(n => n.html)]),
    passes: found.passes.length,
    width: document.documentElement.scrollWidth,
    colour: getComputedStyle(document.querySelector("h1")).color,
  };
  document.body.innerHTML = "<pre id=answer></pre>";
  document.getElementById("answer").textContent = JSON.stringify(answer);
});
</script>
"""


def ask(page: str, folder: Path, *, width: int) -> Any:  # what the script says
    """Open a page in the browser, ask axe about it, and return what it says."""
    # The page's own policy allows no script, so that it has to go for the question.
    without_policy = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    script = f"<script>{AXE.read_text(encoding='utf-8')}</script>{ASK}</body>"
    file = folder / "page.html"
    file.write_text(without_policy.replace("</body>", script), encoding="utf-8")
    done = subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            f"--user-data-dir={folder / 'profile'}",
            f"--window-size={width},1000",
            "--virtual-time-budget=20000",
            "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    (answer,) = re.findall(r'<pre id="answer">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    return json.loads(html.unescape(answer))


@pytest.mark.parametrize("code", [language.code for language in languages()])
def test_axe_finds_nothing(plan: IntegrationPlan, day: dt.date, tmp_path: Path, code: str):
    """Not one rule of axe is violated, and the style sheet is in force."""
    answer = ask(render_plan(plan, day=day, language=code), tmp_path, width=900)
    assert [] == answer["violations"]
    assert answer["passes"] > 20
    assert "rgb(11, 85, 97)" == answer["colour"]


@pytest.mark.parametrize("code", ["de", "ar"])
def test_fits_a_phone(plan: IntegrationPlan, day: dt.date, tmp_path: Path, code: str):
    """Nobody has to move a page sideways, tables included."""
    answer = ask(render_plan(plan, day=day, language=code), tmp_path, width=500)
    assert answer["width"] <= 500
