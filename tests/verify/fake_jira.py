"""A Jira on loopback that answers as Atlassian documents it.

The shapes are those of the Jira Cloud platform REST API v2,
https://developer.atlassian.com/cloud/jira/platform/rest/v2/: "Get current user"
(myself), "Get project" (project/{projectIdOrKey}), "Get projects paginated"
(project/search), "Get project components" (project/{projectIdOrKey}/components) and
"Parse JQL query" (jql/parse). As Data Center, those of
https://developer.atlassian.com/server/jira/platform/rest/: no project/search and no
jql/parse, but project and search. That a wrong token is answered as a stranger is, with
X-Seraph-LoginReason, is what Jira does.
"""
import base64
import http.server
import json
import re
import ssl
import threading
import urllib.parse

USER = "jira-mail@example.com"


class FakeJira(http.server.ThreadingHTTPServer):
    """Counts what it is asked. `trouble` may answer a request in another way: it is
    given the handler and the path, and tells whether it did."""
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, projects, secret, realm="Basic", data_center=False, certificate=None):
        super().__init__(("127.0.0.1", 0), Handler)
        # key: {"archived": bool, "components": [name], "older_keys": [key]}
        self.projects = projects
        token = base64.b64encode(f"{USER}:{secret}".encode()).decode() if realm == "Basic" else secret
        self.token = token
        self.authorization = f"{realm} {token}"
        self.data_center = data_center
        self.root = ""  # the path where its own pages begin
        self.refused = {}  # query: Jira's complaints
        self.trouble = lambda handler, path: False
        self.requests, self.headers, self.connections = [], [], set()
        self.now, self.most = 0, 0  # requests at a time
        self.lock = threading.Lock()
        self.release = threading.Event()  # ends the answers that never end
        scheme = "http"
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            self.socket = context.wrap_socket(self.socket, server_side=True)
            scheme = "https"
        self.url = f"{scheme}://127.0.0.1:{self.server_address[1]}"
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.02})
        self.thread.start()

    def __exit__(self, *_):
        self.release.set()
        self.shutdown()
        self.thread.join()
        self.server_close()

    def handle_error(self, request, client_address):
        """Whoever goes away early is no error."""

    def asked(self, pattern):
        """The requests whose path fits the whole pattern."""
        return [path for path in self.requests if re.fullmatch(pattern, path)]


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, format, *args):  # pylint: disable=redefined-builtin
        """Standard error is the program's."""

    def answer(self, status, body, **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json;charset=UTF-8")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def error(self, status, *messages, **headers):
        self.answer(status, {"errorMessages": list(messages), "errors": {}}, **headers)

    def do_GET(self):
        self.serve(None)

    def do_POST(self):
        self.serve(self.rfile.read(int(self.headers["Content-Length"])))

    def serve(self, body):
        jira = self.server
        with jira.lock:
            jira.requests.append(self.path)
            jira.headers.append(dict(self.headers))
            jira.connections.add(self.client_address)
            jira.now += 1
            jira.most = max(jira.most, jira.now)
        try:
            if not jira.trouble(self, self.path):
                self.serve_jira(body)
        finally:
            with jira.lock:
                jira.now -= 1

    def serve_jira(self, body):
        jira = self.server
        url = urllib.parse.urlsplit(self.path.removeprefix(jira.root))
        query = urllib.parse.parse_qs(url.query)
        place = re.fullmatch(r"/rest/api/2/([a-z]+)(?:/([^/]+)(?:/([a-z]+))?)?", url.path)
        if not place:
            return self.answer(404, b"<html>nothing here</html>")
        stranger = self.headers["Authorization"] != jira.authorization
        more = {"X_Seraph_LoginReason": "AUTHENTICATED_FAILED"} if stranger else {}
        what, key, part = place.groups()
        if what == "myself":
            if stranger:
                return self.error(401, "Client must be authenticated to access this resource.", **more)
            return self.answer(200, {"self": f"{jira.url}/rest/api/2/user?accountId=5b10", "active": True})
        if what == "project" and key == "search" and not jira.data_center:
            keys = sorted(jira.projects)
            start, most = int(query["startAt"][0]), int(query["maxResults"][0])
            values = [self.project(one, query) for one in keys[start:start + most]
                      if jira.projects[one].get("archived", False) is False
                      or "archived" in query["status"]]
            return self.answer(200, {"self": jira.url, "startAt": start, "maxResults": most,
                                     "total": len(keys), "isLast": start + most >= len(keys),
                                     "values": values})
        if what == "project" and key is None:
            return self.answer(200, [self.project(one, query) for one in sorted(jira.projects)])
        if what == "project":
            asked, key = key, self.newest(key)
            if stranger or key is None:
                return self.error(404, f"No project could be found with key '{asked}'.", **more)
            if part == "components":
                return self.answer(200, self.components(key))
            return self.answer(200, {**self.project(key), "components": self.components(key)})
        if what == "jql" and body is not None and not jira.data_center:
            assert query["validation"] == ["strict"], query
            return self.answer(200, {"queries": [
                {"query": one, **({"errors": jira.refused[one]} if one in jira.refused
                                  else {"structure": {"where": {}}})}
                for one in json.loads(body)["queries"]]})
        if what == "search" and jira.data_center:
            assert query["maxResults"] == ["0"] and query["validateQuery"] == ["true"], query
            one = query["jql"][0]
            if one in jira.refused:
                return self.error(400, *jira.refused[one])
            return self.answer(200, {"startAt": 0, "maxResults": 0, "total": 7, "issues": []})
        return self.error(404, "null for uri: " + url.path)

    def newest(self, key):
        """What the project with this key, or with it before it was renamed, is called now."""
        return next((one for one, project in self.server.projects.items()
                     if key in (one, *project.get("older_keys", []))), None)

    def project(self, key, query=()):
        project = self.server.projects[key]
        out = {"self": f"{self.server.url}/rest/api/2/project/10000", "id": "10000", "key": key,
               "name": f"The project {key}", "projectTypeKey": "software", "simplified": False}
        if "expand" in query and "projectKeys" in query["expand"][0].split(","):
            out["projectKeys"] = [key, *project.get("older_keys", [])]
        if project.get("archived"):
            out["archived"] = True
        return out

    def components(self, key):
        return [{"self": f"{self.server.url}/rest/api/2/component/1{i}", "id": f"1{i}", "name": name,
                 "isAssigneeTypeValid": False}
                for i, name in enumerate(self.server.projects[key].get("components", []))]
