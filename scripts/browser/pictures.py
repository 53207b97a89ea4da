"""Pictures of the pages of trees: python -m pictures DIRECTORY TREE…"""

import pathlib
import subprocess
import sys

import trees
from browser import DESKTOP, PHONE, Browser

SCROLL = "const node = document.querySelector(arguments[0]); node?.scrollIntoView(); return !!node"
# Each page, by what its name ends with: the command that writes it, and the places that are pictured.
PAGES = {
    "": (("check", "--format", "html"), ["body", "#timeline", "#findings"]),
    "-history": (("history", "--format", "html"), ["body", "#stays", "#drift", "#moves"]),
}


def epoch(tree):
    """The time of the last commit; where there is none, a time that is the same in each run."""
    commit = subprocess.run(["git", "log", "-1", "--format=%at"], cwd=tree, capture_output=True, check=False)
    return commit.stdout.decode().strip() or "1768469400"


def picture(browser, page, places):
    """Writes pictures of the places of a page that it has, next to it."""
    for name, size in (("desktop", (DESKTOP[0], 1700)), ("phone", PHONE)):
        for scheme in ("light", "dark"):
            browser.show(size, scheme)
            browser.open(page)
            for selector in places:
                if browser.run(SCROLL, selector):
                    browser.picture(page.with_name(f"{page.stem}-{name}-{scheme}-{selector.strip('#')}.png"))


def main(directory, *places):
    target = pathlib.Path(directory).resolve()
    target.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    for place in places:
        tree = pathlib.Path(place).resolve()
        for suffix, (command, selectors) in PAGES.items():
            # Without a repository, there is no history.
            if suffix and not (tree / ".git").exists():
                continue
            page = target / f"{tree.name}{suffix}.html"
            page.write_bytes(trees.page(tree, command, epoch(tree)))
            picture(browser, page, selectors)
    browser.close()


main(*sys.argv[1:])
