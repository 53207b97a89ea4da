"""What readers see of the pages, and what they can do with them."""

import pathlib
import tempfile
import time
import unittest

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select

import trees
from browser import DESKTOP, PHONE, Browser

CONTRAST = (pathlib.Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
SHOWN = "return [...document.querySelectorAll('article')].filter((node) => node.checkVisibility())"


def setUpModule():
    """Opens the browser, and writes the pages into a directory."""
    global browser, directory, pages
    browser = Browser()
    directory = tempfile.TemporaryDirectory()
    place = pathlib.Path(directory.name)
    mixed = trees.generate(place / "mixed", 60, 40)
    trees.damage(mixed)
    made = {
        "findings": mixed,
        "hostile": trees.write_tree(place / "hostile", trees.HOSTILE),
        "empty": trees.write_tree(place / "empty", []),
        "clean": trees.generate(place / "clean", 20),
        "large": trees.generate(place / "large", 3200, 7000),
    }
    contents = {name: trees.page(tree) for name, tree in made.items()}
    contents["tasks"] = trees.page(mixed, ("show", "--format", "html"))
    contents["history"] = trees.page(trees.with_history(place / "history"), ("history", "--format", "html"))
    pages = {}
    for name, content in contents.items():
        pages[name] = place / f"{name}.html"
        pages[name].write_bytes(content)
    pages["trees"] = made


def tearDownModule():
    """Ends the browser."""
    browser.close()
    directory.cleanup()


class PageTest(unittest.TestCase):
    """Each test opens its page itself."""

    small = ["findings", "hostile", "empty", "clean", "tasks", "history"]

    def setUp(self):
        browser.show()

    def open(self, name):
        browser.open(pages[name])

    def find(self, selector):
        return browser.driver.find_element(By.CSS_SELECTOR, selector)

    def shown(self, get="textContent"):
        return browser.run(SHOWN + ".map((node) => node[arguments[0]])", get)

    def choose(self, control, value):
        Select(self.find(f"#{control}")).select_by_value(value)

    def press(self, *keys):
        browser.driver.switch_to.active_element.send_keys(*keys)

    def each(self):
        """Every page on every screen, in both color schemes."""
        for name in self.small:
            for size in (PHONE, DESKTOP, (320, 600)):
                for scheme in ("light", "dark"):
                    with self.subTest(page=name, size=size, scheme=scheme):
                        browser.show(size, scheme)
                        self.open(name)
                        yield name

    def test_pages_ask_for_nothing_and_nothing_fails(self):
        for name in self.each():
            self.assertEqual(browser.requests(), [f"file://{pages[name]}"])
            self.assertEqual(browser.complaints(), [])
            self.assertEqual(browser.run("return performance.getEntriesByType('resource').length"), 0)

    def test_style_and_script_are_allowed(self):
        self.open("findings")
        self.assertEqual(browser.run("return getComputedStyle(document.querySelector('ul')).listStyleType"), "none")
        self.assertTrue(self.find("#filters").is_displayed())
        # The policy is in force: neither a style nor a script of another origin or text works.
        browser.run(
            """
            document.body.insertAdjacentHTML('beforeend', '<style>h1 { color: rgb(1, 2, 3) }</style>');
            const script = document.createElement('script');
            script.textContent = 'window.hacked = 1';
            document.body.append(script);
            """
        )
        self.assertNotEqual(self.find("h1").value_of_css_property("color"), "rgba(1, 2, 3, 1)")
        self.assertIsNone(browser.run("return window.hacked"))

    def test_pages_fit_their_screen(self):
        for _ in self.each():
            self.assertLessEqual(*browser.run("return [document.documentElement.scrollWidth, innerWidth]"))

    def test_contrast(self):
        for name in self.each():
            browser.run("for (const node of document.querySelectorAll('details')) node.open = true")
            result = browser.run(CONTRAST)
            self.assertGreater(result["count"], 5)
            self.assertEqual(result["faults"], [])

    def test_every_control_has_a_name(self):
        for name in self.small:
            with self.subTest(page=name):
                self.open(name)
                controls = browser.controls()
                self.assertEqual([role for role, label in controls if not label.strip()], [])
        self.open("findings")
        roles = {role for role, _ in browser.controls()}
        self.assertLessEqual({"searchbox", "combobox", "button", "link"}, roles)
        nodes = browser.command("Accessibility.getFullAXTree")["nodes"]
        names = [node["name"]["value"] for node in nodes if node["role"]["value"] == "progressbar"]
        self.assertTrue(names and all(names))

    def test_headings_go_down_one_level_at_a_time(self):
        for name in self.small:
            self.open(name)
            levels = browser.run(
                "return [...document.querySelectorAll('h1, h2, h3, h4')].map((node) => +node.tagName[1])"
            )
            self.assertEqual(levels.count(1), 1)
            self.assertTrue(all(after <= before + 1 for before, after in zip(levels, levels[1:])), levels)

    def test_filters(self):
        self.open("findings")
        everything = len(self.shown())
        self.assertGreater(everything, 20)
        self.choose("severity", "error")
        self.assertEqual(set(self.shown("className")), {"error"})
        errors = len(self.shown())
        self.assertEqual(self.find("#shown").text, f"{errors} of {everything} findings")
        rule = browser.run(SHOWN + "[0].dataset.rule")
        self.choose("rule", rule)
        self.assertEqual(set(browser.run(SHOWN + ".map((node) => node.dataset.rule)")), {rule})
        self.choose("severity", "warning")
        self.assertTrue(all(kind == "warning" for kind in self.shown("className")))
        self.find("button[type=reset]").click()
        time.sleep(0.1)
        self.assertEqual(len(self.shown()), everything)
        task = browser.run("return document.querySelector('.group').id")
        self.choose("task", task)
        self.assertEqual(set(browser.run(SHOWN + ".map((node) => node.parentElement.id)")), {task})

    def test_search(self):
        self.open("findings")
        everything = len(self.shown())
        word = self.shown()[0].split()[-1].strip("\"")
        self.find("#text").send_keys(word.upper())
        found = self.shown()
        self.assertTrue(found and len(found) < everything)
        self.assertTrue(all(word.lower() in text.lower() for text in found))
        self.find("#text").send_keys(" nothing has these words")
        self.assertEqual(self.shown(), [])
        self.assertEqual(self.find("#shown").text, f"0 of {everything} findings")
        groups = browser.run("return [...document.querySelectorAll('.group')].filter((node) => node.checkVisibility())")
        self.assertEqual(groups, [])

    def test_keyboard(self):
        self.open("findings")
        everything = len(self.shown())
        self.press("/")
        self.assertEqual(browser.driver.switch_to.active_element.get_attribute("id"), "text")
        self.press("a/b")
        self.assertEqual(self.find("#text").get_attribute("value"), "a/b")
        self.press(Keys.ESCAPE)
        time.sleep(0.1)
        self.assertEqual(len(self.shown()), everything)
        reached = []
        for _ in range(4):
            self.press(Keys.TAB)
            reached.append(browser.driver.switch_to.active_element.get_attribute("id") or "clear")
            outline = browser.driver.switch_to.active_element.value_of_css_property("outline-style")
            self.assertEqual(outline, "solid", reached)
        self.assertEqual(reached, ["severity", "rule", "task", "clear"])
        self.open("findings")
        self.press(Keys.TAB)
        self.assertEqual(browser.driver.switch_to.active_element.text, "Skip to content")

    def test_a_link_leads_to_what_filters_or_columns_hide(self):
        self.open("findings")
        link = self.find(".column[open] li a")
        target = link.get_attribute("href").split("#")[1]
        self.find("#text").send_keys("nothing has these words")
        self.assertFalse(self.find(f"#{target}").is_displayed())
        browser.run("arguments[0].click()", link)
        time.sleep(0.1)
        self.assertTrue(self.find(f"#{target}").is_displayed())
        closed = browser.run("return document.querySelector('.column:not([open]) ul').id")
        browser.run("document.querySelector(`a[href='#${arguments[0]}']`).click()", closed)
        time.sleep(0.2)
        self.assertTrue(self.find(f"#{closed}").is_displayed())

    def test_without_a_script_everything_is_shown(self):
        browser.command("Emulation.setScriptExecutionDisabled", value=True)
        try:
            self.open("findings")
        finally:
            browser.command("Emulation.setScriptExecutionDisabled", value=False)
        self.assertFalse(self.find("#filters").is_displayed())
        count = browser.run("return document.querySelectorAll('article').length")
        self.assertEqual(len(self.shown()), count)

    def test_on_paper(self):
        browser.show(media="print", scheme="dark")
        self.open("findings")
        self.assertFalse(self.find("#filters").is_displayed())
        self.assertEqual(browser.run("return getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)")
        self.assertEqual(browser.run(CONTRAST)["faults"], [])
        self.assertEqual(self.find(".timeline").value_of_css_property("max-height"), "none")
        self.assertGreater(len(browser.command("Page.printToPDF")["data"]), 10_000)

    def test_text_from_files_has_no_effect(self):
        self.open("hostile")
        time.sleep(0.2)
        self.assertIsNone(browser.run("return window.hacked"))
        self.assertEqual(browser.run("return document.scripts.length"), 1)
        self.assertEqual(browser.run("return document.querySelectorAll('img, b, i, iframe').length"), 0)
        self.assertEqual(browser.run("return document.styleSheets.length"), 1)
        attributes = browser.run(
            "return [...document.querySelectorAll('*')].flatMap((node) => node.getAttributeNames())"
            ".filter((name) => name.startsWith('on') || name === 'style' || name === 'src')"
        )
        self.assertEqual(attributes, [])
        titles = browser.run("return [...document.querySelectorAll('.column li bdi')].map((node) => node.textContent)")
        shown = {"\u202e": "\\u{202E}", "\u2066": "\\u{2066}"}
        for title in trees.HOSTILE:
            self.assertIn("".join(shown.get(character, character) for character in title.strip()), titles)

    def test_five_thousand_findings(self):
        search = """
            const begin = performance.now();
            const text = document.getElementById("text");
            text.value = arguments[0];
            text.dispatchEvent(new Event("input", { bubbles: true }));
            document.body.getBoundingClientRect();
            return performance.now() - begin;
        """
        loads, searches = [], []
        for _ in range(3):
            self.open("large")
            loads.append(browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000)
            searches.append(browser.run(search, "no finding has this") / 1000)
            self.assertRegex(self.find("#shown").text, "^0 of 5")
            searches.append(browser.run(search, "") / 1000)
        count = len(self.shown("id"))
        self.assertGreaterEqual(count, 5000)
        print(f"\n{count} findings: loaded in {min(loads):.2f} s, searched in {max(searches):.2f} s")
        self.assertLess(min(loads) + max(searches), 2)

    def test_the_same_tree_gives_the_same_page(self):
        for command in (("check", "--format", "html"), ("show", "--format", "html")):
            tree = pages["trees"]["findings"]
            self.assertEqual(trees.page(tree, command), trees.page(tree, command))


if __name__ == "__main__":
    unittest.main()
