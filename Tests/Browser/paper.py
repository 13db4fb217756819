"""What a PDF says, read back as text: the words in their order, and where on the paper each of them lies."""
import re
import subprocess

# Of A4, in points; nobody's printer reaches the outer centimetre.
WIDTH, HEIGHT = 595, 842
MARGIN = 28
# Letters that a font draws as one.
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"})


def lines(pdf, *options):
    return subprocess.run(["pdftotext", *options, pdf, "-"], capture_output=True, text=True, check=True).stdout


def together(text):
    """As one line: where a report breaks its lines is no matter of its words."""
    return re.sub(r"\s+", " ", text.translate(LIGATURES)).strip()


def sheets(pdf):
    """The words of each page, as one line each."""
    return [together(page) for page in lines(pdf).split("\f")[:-1]]


def facts(pdf):
    said = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return {name: value.strip() for name, value in (line.split(":", 1) for line in said.splitlines())}


def assert_nothing_is_cut(pdf):
    """Every word lies on the paper, with a centimetre around it."""
    boxes = re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">', lines(pdf, "-bbox"))
    assert len(boxes) > 100
    for left, top, right, bottom in (map(float, box) for box in boxes):
        assert 40 <= left and right <= WIDTH - 40 and MARGIN <= top and bottom <= HEIGHT - MARGIN


def headings(page):
    """Of the report that a page becomes: the contents are not printed."""
    found = [together(heading) for heading in page.locator("main :is(h1, h2, h3, h4)").all_inner_texts()]
    return [heading for heading in found if heading and heading != "Inhalt"]


def print_report(screens, engine, path, pdf, said):
    """The page on paper: every heading and every line that was said, whole. Says its words as one line.

    Firefox draws the bold letters of a font of many weights as shapes that nobody reads as text: there it takes another.
    """
    page = screens.open("tablet", engine=engine)
    page.goto(path)
    if engine is screens.firefox:
        page.evaluate("document.body.style.fontFamily = 'sans-serif'")
    page.pdf(path=pdf, prefer_css_page_size=True)
    assert "A4" in facts(pdf)["Page size"]
    text = together(lines(pdf))
    for wanted in (*headings(page), *said):
        assert wanted in text, f"{wanted}\nis not in\n{text}"
    assert_nothing_is_cut(pdf)
    assert "Markdown" not in text and "Impressum" not in text
    screens.close_one(page)
    return text
