"""Pictures of the pages of trees: python -m pictures DIRECTORY TREE…"""

import pathlib
import sys

import trees
from browser import DESKTOP, PHONE, Browser

SCROLL = "const node = document.querySelector(arguments[0]); node?.scrollIntoView(); return !!node"
PLACES = ["body", "#timeline", "#findings"]


def main(directory, *places):
    target = pathlib.Path(directory).resolve()
    target.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    for place in places:
        tree = pathlib.Path(place).resolve()
        page = target / f"{tree.name}.html"
        page.write_bytes(trees.page(tree))
        for name, size in (("desktop", (DESKTOP[0], 1700)), ("phone", PHONE)):
            for scheme in ("light", "dark"):
                browser.show(size, scheme)
                browser.open(page)
                for selector in PLACES:
                    if browser.run(SCROLL, selector):
                        browser.picture(target / f"{tree.name}-{name}-{scheme}-{selector.strip('#')}.png")
    browser.close()


main(*sys.argv[1:])
