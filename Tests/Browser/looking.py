"""What every page is asked, wherever it comes from: one h1, a language, a title, nothing sideways, targets, axe."""
from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHAPE = """() => ({
  h1: document.querySelectorAll('h1').length, lang: document.documentElement.lang, title: document.title.trim(),
  wide: document.documentElement.scrollWidth - innerWidth,
})"""
TARGET = 43.5
TARGETS = """(least) => [...document.querySelectorAll('a, button, select, input:not([type=hidden]), textarea, summary')]
  .filter((e) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
  .filter((e) => !e.closest('.sr-only, .skip, [inert]'))
  // A link within a sentence is as high as its line.
  .filter((e) => !(e.tagName === 'A' && getComputedStyle(e).display === 'inline'))
  .map((e) => e.closest('label') ?? e)
  .map((e) => [e.outerHTML.replace(/\\s+/g, ' ').slice(0, 90), e.getBoundingClientRect()])
  .filter(([, b]) => b.width > 1 && (b.height < least || b.width < least))
  .map(([html, b]) => `${Math.round(b.width)}x${Math.round(b.height)} ${html}`)"""
AUDIT = """(only) => axe.run(document, { runOnly: only, resultTypes: ['violations'], preload: false, iframes: false })
  .then((found) => found.violations.flatMap(({ id, nodes }) => nodes.map((node) => [id, node.target.join(' '), node.html])))"""


class Looking:
    """A window, and what is wrong with the pages it has shown."""

    def __init__(self, window):
        self.window = window
        self.axe = Axe().axe_script
        self.findings = []

    def measure(self, where):
        shape = self.window.evaluate(SHAPE)
        if shape["wide"] > 0:
            self.findings.append(f"{where}: scrolls sideways by {shape['wide']}")
        if shape["h1"] != 1 or not shape["lang"] or not shape["title"]:
            self.findings.append(f"{where}: shape {shape}")
        self.findings += [f"{where}: target too small: {text}" for text in self.window.evaluate(TARGETS, TARGET)]

    def audit(self, where, rules):
        only = {"type": "tag", "values": rules} if rules else {"type": "rule", "values": ["color-contrast"]}
        for rule, target, html in self.window.evaluate(AUDIT, only):
            self.findings.append(f"{where} {rule}: {target} {html[:160]}")
