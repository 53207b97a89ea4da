"""Chromium, driven by Selenium."""

import json

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

PHONE = (390, 844)
DESKTOP = (1280, 900)


class Browser:
    """A browser with one page."""

    def __init__(self):
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]:
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.show()

    def command(self, name, **parameters):
        """The answer to a command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, parameters)

    def run(self, script, *arguments):
        """The value that a script of the test returns."""
        return self.driver.execute_script(script, *arguments)

    def show(self, size=DESKTOP, scheme="light", media=""):
        """Sets the size of the window in pixels, the color scheme and the medium."""
        width, height = size
        self.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=size == PHONE
        )
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.command("Emulation.setEmulatedMedia", media=media, features=features)

    def open(self, path):
        """Opens a file, after the records of earlier pages are thrown away."""
        for kind in ("browser", "performance"):
            self.driver.get_log(kind)
        self.driver.get(f"file://{path}")

    def requests(self):
        """What the page asked for since it was opened, the page included."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [message for message in messages if message["method"] == "Network.requestWillBeSent"]
        return [message["params"]["request"]["url"] for message in sent]

    def complaints(self):
        """What the console says."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def controls(self):
        """The role and the name of everything that the keyboard reaches, as a screen reader has them."""
        nodes = self.command("Accessibility.getFullAXTree")["nodes"]
        found = []
        for node in nodes:
            properties = {entry["name"]: entry["value"].get("value") for entry in node.get("properties", [])}
            if properties.get("focusable") and node["role"]["value"] != "RootWebArea":
                found.append((node["role"]["value"], node.get("name", {}).get("value", "")))
        return found

    def picture(self, path):
        """Writes a picture of the window."""
        self.driver.save_screenshot(str(path))

    def close(self):
        """Ends the browser."""
        self.driver.quit()
