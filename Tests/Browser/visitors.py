"""People who come without a browser: one connection, one cookie jar, and the forms that the pages really have."""
import http.client
import http.cookies
import ssl
import urllib.parse

from dom import Form, parse


class Page:
    def __init__(self, status, path, headers, body):
        self.status, self.path, self.headers, self.body = status, path, headers, body
        self.dom = parse(body) if "text/html" in (headers.get("Content-Type") or "") else None

    @property
    def forms(self):
        return [Form(node) for node in self.dom.all("form")]

    def form(self, action, **hidden):
        """The form whose address ends so, among several the one with these hidden values."""
        found = [form for form in self.forms if form.action.endswith(action)
                 and all(form[name] == str(value) for name, value in hidden.items())]
        assert found, f"no form to …{action} {hidden or ''} on {self.path} ({self.status}): " \
            f"{sorted({form.action for form in self.forms})}"
        return found[0]

    def has_form(self, action):
        return any(form.action.endswith(action) for form in self.forms)

    @property
    def text(self):
        return self.dom.one("main").text

    @property
    def refusal(self):
        """The sentence that says why something did not happen."""
        for cls in ("refused", "error", "empty"):
            if found := self.dom.find(cls=cls):
                return found.text
        return ""


class Visitor:
    def __init__(self, address, name=""):
        self.name = name
        self.address = address
        self.host = urllib.parse.urlsplit(address).netloc
        self.cookies = {}
        self.connection = None
        self.page = None

    def _connected(self):
        if self.address.startswith("http:"):
            return http.client.HTTPConnection(self.host, timeout=20)
        # A certificate that the test itself has made: nobody vouches for it.
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        return http.client.HTTPSConnection(self.host, timeout=20, context=trusting)

    def get(self, path):
        return self._follow("GET", path)

    def send(self, form, button=None, **values):
        """Sends a form of the page; `button` is the one pressed when it has several."""
        form.fill(**values)
        fields = list(form.fields)
        action = form.action
        if button is not None:
            action = button.get("formaction", action)
            if button.get("name"):
                fields.append((button["name"], button.get("value", "")))
        body = urllib.parse.urlencode(fields)
        if form.method == "get":
            return self.get(f"{action.split('?')[0]}?{body}")
        return self.post(action, body)

    def act(self, action, button=None, hidden=None, **values):
        """Presses a form of the page one is on."""
        return self.send(self.page.form(action, **(hidden or {})), button, **values)

    def post(self, path, body, headers=None):
        return self._follow("POST", path, body, headers)

    def _follow(self, method, path, body=None, headers=None):
        for _ in range(5):
            status, answer_headers, text = self.ask(method, path, body, headers)
            if status != 303:
                self.page = Page(status, path, answer_headers, text)
                return self.page
            method, body, headers = "GET", None, None
            path = self._path(answer_headers["Location"])
        raise AssertionError(f"too many redirects at {path}")

    def ask(self, method, path, body=None, headers=None):
        """One request, without following: status, headers, text."""
        path = self._path(path)
        sent = {"Accept-Language": "de-DE,de;q=0.9", "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        # As a browser asks for a page that somebody goes to.
        sent["Accept"] = "text/html,application/xhtml+xml,*/*;q=0.8"
        if method == "POST":
            sent |= {"Origin": self.address, "Content-Type": "application/x-www-form-urlencoded"}
        sent |= headers or {}
        answer = self._answer(method, path, body, {name: value for name, value in sent.items() if value})
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer.status, answer.headers, text

    def _answer(self, method, path, body, headers):
        """A kept connection may have been closed by the server meanwhile: then a harmless request is asked anew."""
        for is_kept in ([True, False] if self.connection and method == "GET" else [False]):
            if not is_kept:
                self.leave()
                self.connection = self._connected()
            try:
                self.connection.request(method, path, body, headers)
                return self.connection.getresponse()
            except (http.client.HTTPException, ConnectionError):
                if not is_kept:
                    self.leave()
                    raise
        raise AssertionError("unreachable")

    def leave(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def _path(self, location):
        parts = urllib.parse.urlsplit(location)
        assert parts.netloc in ("", self.host), f"a redirect leads to {location}"
        return urllib.parse.urlunsplit(("", "", parts.path or "/", parts.query, ""))
