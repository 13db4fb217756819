"""HTML as a tree: what somebody without a browser reads from a page, and the forms they can send."""
import html.parser
import re

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
CLOSES_ITSELF = {"option", "li", "tr", "td", "th"}


class Node:
    def __init__(self, tag, attrs, parent=None):
        self.tag, self.attrs, self.parent, self.children = tag, attrs, parent, []

    def __getitem__(self, name):
        return self.attrs[name]

    def get(self, name, default=None):
        return self.attrs.get(name, default)

    @property
    def classes(self):
        return (self.attrs.get("class") or "").split()

    def walk(self):
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def all(self, tag=None, cls=None, **attrs):
        """Descendants by tag, class and attributes; `True` for an attribute that only has to be there."""
        wanted = {name.replace("_", "-"): value for name, value in attrs.items()}
        return [node for node in self.walk() if node.matches(tag, cls, wanted)]

    def matches(self, tag, cls, wanted):
        if tag and self.tag != tag or cls and cls not in self.classes:
            return False
        return all(name in self.attrs and value in (True, self.attrs[name]) for name, value in wanted.items())

    def find(self, tag=None, cls=None, **attrs):
        return next(iter(self.all(tag, cls, **attrs)), None)

    def one(self, tag=None, cls=None, **attrs):
        found = self.all(tag, cls, **attrs)
        assert len(found) == 1, f"{len(found)} of <{tag} class={cls} {attrs}>"
        return found[0]

    def inside(self, tag):
        node = self.parent
        while node and node.tag != tag:
            node = node.parent
        return node

    @property
    def heading(self):
        """The title of what it stands for, at whatever level."""
        return next((node for node in self.walk() if node.tag in ("h1", "h2", "h3", "h4")), None)

    @property
    def raw_text(self):
        return "".join(
            child if isinstance(child, str) else child.raw_text
            for child in self.children if isinstance(child, str) or child.tag not in ("script", "style"))

    @property
    def text(self):
        """As it is read: no-break spaces are spaces, and runs of them one."""
        return re.sub(r"\s+", " ", self.raw_text).strip()


class Parser(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.at = Node("", {})

    def handle_starttag(self, tag, attrs):
        if tag in CLOSES_ITSELF and self.at.tag == tag:
            self.at = self.at.parent
        node = Node(tag, {name: value if value is not None else "" for name, value in attrs}, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        node = self.at
        while node is not self.root and node.tag != tag:
            node = node.parent
        if node is not self.root:
            self.at = node.parent

    def handle_data(self, data):
        self.at.children.append(data)


def parse(markup):
    parser = Parser()
    parser.feed(markup)
    parser.close()
    return parser.root


class Form:
    """A form as it stands on the page; filling it in checks that the fields are there."""

    def __init__(self, node):
        self.node = node
        self.method = node.get("method", "get").lower()
        self.action = node.get("action", "")
        self.fields = [field for part in node.walk() for field in fields_of(part)]
        self.names = {part.get("name") for part in node.walk() if part.get("name")}

    def __getitem__(self, name):
        return next((value for field, value in self.fields if field == name), None)

    def fill(self, **values):
        """A list ticks several boxes, `None` leaves a field out."""
        for name, value in values.items():
            assert name in self.names, f"the form to {self.action} has no field {name}: {sorted(self.names)}"
            self.fields = [(field, old) for field, old in self.fields if field != name]
            given = value if isinstance(value, list) else [] if value is None else [value]
            self.fields += [(name, str(each)) for each in given]
        return self

    @property
    def buttons(self):
        return self.node.all("button")

    def options(self, name):
        """What a select offers: label to value."""
        return {option.text: option.get("value", option.text)
                for option in self.node.one("select", name=name).all("option")}


def fields_of(node):
    name = node.get("name")
    if not name or "disabled" in node.attrs:
        return []
    if node.tag == "textarea":
        return [(name, node.raw_text.removeprefix("\n"))]
    if node.tag == "select":
        options = node.all("option")
        chosen = [o for o in options if "selected" in o.attrs] or options[:1]
        return [(name, o.get("value", o.text)) for o in chosen]
    if node.tag != "input" or node.get("type") in ("submit", "button"):
        return []
    if node.get("type") in ("checkbox", "radio"):
        return [(name, node.get("value", "on"))] if "checked" in node.attrs else []
    return [(name, node.get("value", ""))]
