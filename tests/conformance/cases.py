"""The case files, and the requests they become."""

import hashlib
import json
import re
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
CASES = REPOSITORY / "tests" / "cases"
PARTS = ("observations", "evidence", "not_applicable", "references", "published")

_PUBLISHED = re.compile(r"([a-z0-9][a-z0-9._-]*)@([a-z0-9][a-z0-9._-]*-u[0-9]+)\Z")
# A number with a fraction or an exponent keeps its text on its way from the case to the request.
_MARK = "\ue000number:"
_MARKED = re.compile(f'"{_MARK}([^"]*)"')


def files(names):
    """The case files of these folders and files; criteria files under `sets` are not cases."""
    for name in names:
        path = Path(name)
        found = sorted(path.rglob("*.json")) if path.is_dir() else [path]
        yield from (each for each in found if "sets" not in each.relative_to(path).parts)


def read(path):
    with open(path, encoding="utf-8") as handle:
        return json.load(handle, parse_float=lambda text: _MARK + text)


def line(request):
    """A request on one line."""
    return _MARKED.sub(r"\1", json.dumps(request, ensure_ascii=False, separators=(",", ":")))


class Set:
    """A criteria file as it is sent: its own text, so that no digit is lost."""

    def __init__(self, name, criteria):
        match = _PUBLISHED.match(name)
        self.name = name
        self.path = Path(criteria) / match[1] / f"{match[2]}.json" if match else CASES / name
        content = self.path.read_bytes()
        # Line ends stand between the tokens of a JSON file only: without them it is one line.
        text = content.decode("utf-8").replace("\r", "").replace("\n", "")
        self.document = json.loads(text)
        path = self.path.resolve()
        shown = path.relative_to(REPOSITORY).as_posix() if path.is_relative_to(REPOSITORY) else str(path)
        head = {"ask": "load", "set": name, "path": shown, "sha256": hashlib.sha256(content).hexdigest()}
        self.request = f'{line(head)[:-1]},"criteria":{text}}}'


def request(document, case):
    """A case as a question."""
    city = {"unit": case.get("unit", document["unit"]), "observations": []}
    city.update({key: case[key] for key in PARTS if key in case})
    asked = {"ask": "assess", "set": document["set"], "as_of": document["as_of"], "city": city}
    if "scheme" in document:
        asked["scheme"] = document["scheme"]
    if "parameters" in case:
        asked["parameters"] = case["parameters"]
    return asked
