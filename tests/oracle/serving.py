"""Answering requests, one line each: the contract of tests/cases/README.md."""

import json
import sys

from casefile import answered

CONTRACT = 1


def answer(request, sets):
    """The answer to one request."""
    asked = request.get("ask")
    if asked == "capabilities":
        return {"contract": CONTRACT, "name": "oracle", "without": []}
    if asked == "load":
        sets[request["set"]] = request["criteria"]
        return {"set": request["set"]}
    if asked == "assess":
        return answered(sets[request["set"]], request.get("scheme"), request["city"], request.get("parameters", []))
    return {"errors": [{"code": "request.unknown"}]}


def serve():
    """Until there is no further line. A number with a fraction or an exponent stays text, so that no digit is lost."""
    sys.stdin.reconfigure(encoding="utf-8")
    sys.stdout.reconfigure(encoding="utf-8")
    sets = {}
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line, parse_float=str), sets), ensure_ascii=False, separators=(",", ":")), flush=True)
    return 0
